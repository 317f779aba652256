/** Follows orders, requests for quotes and trades, and keeps for each reader one list of what happened. */
@NullMarked
package io.ringside.activity;

import org.jspecify.annotations.NullMarked;
