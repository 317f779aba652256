/** Messages that no function could handle: how they are kept, and what an operator does with them. */
@NullMarked
package io.ringside.runtime.deadletter;

import org.jspecify.annotations.NullMarked;
