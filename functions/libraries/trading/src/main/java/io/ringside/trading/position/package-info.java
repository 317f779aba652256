/** What an account holds of an instrument, what it cost and what it earned. */
@NullMarked
package io.ringside.trading.position;

import org.jspecify.annotations.NullMarked;
