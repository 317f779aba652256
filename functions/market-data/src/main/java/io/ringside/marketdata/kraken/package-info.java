/** Kraken's public book feed, version 1: its messages, its books and the client of its WebSocket. */
@NullMarked
package io.ringside.marketdata.kraken;

import org.jspecify.annotations.NullMarked;
