/** What the deciding half promises: its rules by row, its state by replay. */
@NullMarked
package io.ringside.ordersubmit.desk;

import org.jspecify.annotations.NullMarked;
