@NullMarked
package io.ringside.rfq.negotiation;

import org.jspecify.annotations.NullMarked;
