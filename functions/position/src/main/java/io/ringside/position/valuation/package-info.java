/** What positions are worth at the latest prices, told at a pace that a person can follow, and on request. */
@NullMarked
package io.ringside.position.valuation;

import org.jspecify.annotations.NullMarked;
