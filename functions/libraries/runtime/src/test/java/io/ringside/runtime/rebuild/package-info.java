/** A stream is lost under functions that had handled a part of it, and comes back. */
@NullMarked
package io.ringside.runtime.rebuild;

import org.jspecify.annotations.NullMarked;
