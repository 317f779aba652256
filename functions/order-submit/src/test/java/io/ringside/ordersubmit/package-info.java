/**
 * What order-submit promises: its rules by row, its state by replay, and the whole on a real nats-server and
 * PostgreSQL.
 */
@NullMarked
package io.ringside.ordersubmit;

import org.jspecify.annotations.NullMarked;
