/** The instruments that are traded here, as rows say, and the names that feeds know them by. */
@NullMarked
package io.ringside.marketdata.instrument;

import org.jspecify.annotations.NullMarked;
