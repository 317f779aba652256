/** The pre-trade risk decision: pure, on the limit, the exposure and the prices that it is given. */
@NullMarked
package io.ringside.trading.risk;

import org.jspecify.annotations.NullMarked;
