/** Facts about trades: one per side. */
@NullMarked
package io.ringside.contracts.trade;

import org.jspecify.annotations.NullMarked;
