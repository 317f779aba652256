/** What each command and each answer of a venue does to orders: pure, on what was asked of others before. */
@NullMarked
package io.ringside.ordersubmit.desk;

import org.jspecify.annotations.NullMarked;
