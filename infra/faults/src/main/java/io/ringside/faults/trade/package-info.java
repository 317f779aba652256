/** Traders that go on whatever happens, remember all they asked, and believe what they are told. */
@NullMarked
package io.ringside.faults.trade;

import org.jspecify.annotations.NullMarked;
