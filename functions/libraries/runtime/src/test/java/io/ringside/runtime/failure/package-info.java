/** What passes by itself and what does not. */
@NullMarked
package io.ringside.runtime.failure;

import org.jspecify.annotations.NullMarked;
