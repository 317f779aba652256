/** People who ask each other for prices and trade on them whatever happens, and remember all that they were told. */
@NullMarked
package io.ringside.faults.deal;

import org.jspecify.annotations.NullMarked;
