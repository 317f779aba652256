/** A request for quotes from its opening to its end: lifecycles as tables, decisions as pure functions. */
@NullMarked
package io.ringside.rfq.negotiation;

import org.jspecify.annotations.NullMarked;
