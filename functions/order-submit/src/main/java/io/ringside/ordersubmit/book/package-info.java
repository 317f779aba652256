/** Orders in PostgreSQL: what a batch names is read once and what it changed is written once. */
@NullMarked
package io.ringside.ordersubmit.book;

import org.jspecify.annotations.NullMarked;
