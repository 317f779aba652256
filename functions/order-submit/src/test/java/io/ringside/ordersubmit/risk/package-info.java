/** The call against answers of every kind. */
@NullMarked
package io.ringside.ordersubmit.risk;

import org.jspecify.annotations.NullMarked;
