/** Pure vocabulary and rules of trading: the same input gives the same output, byte for byte. */
@NullMarked
package io.ringside.trading;

import org.jspecify.annotations.NullMarked;
