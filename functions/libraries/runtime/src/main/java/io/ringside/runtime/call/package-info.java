/** Calls to other functions: what protects a caller from one that does not answer. */
@NullMarked
package io.ringside.runtime.call;

import org.jspecify.annotations.NullMarked;
