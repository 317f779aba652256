/** Requests for quotes: commands, the state that the system follows, and what each party is told. */
@NullMarked
package io.ringside.contracts.rfq;

import org.jspecify.annotations.NullMarked;
