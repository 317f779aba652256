/**
 * Prices, quantities and money over scaled integers. Nothing here rounds unless a rounding mode is given, and an
 * overflow is an {@link java.lang.ArithmeticException}, never a wrong number.
 */
@NullMarked
package io.ringside.trading.money;

import org.jspecify.annotations.NullMarked;
