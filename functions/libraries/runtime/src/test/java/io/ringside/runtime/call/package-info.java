/** Calls to other functions that do not answer. */
@NullMarked
package io.ringside.runtime.call;

import org.jspecify.annotations.NullMarked;
