/** Books of price levels as an exchange sends them, and the checksum that proves one. Pure: no clock, no I/O. */
@NullMarked
package io.ringside.marketdata.book;

import org.jspecify.annotations.NullMarked;
