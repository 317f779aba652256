/** An order's life: its lifecycle as a table and the order as a value that only the table can change. */
@NullMarked
package io.ringside.trading.order;

import org.jspecify.annotations.NullMarked;
