/** Work functions proved on a real server. */
@NullMarked
package io.ringside.runtime.work;

import org.jspecify.annotations.NullMarked;
