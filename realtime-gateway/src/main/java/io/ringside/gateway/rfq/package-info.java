/** Requests for quotes: their commands, what each party may see of them, and who may be asked. */
@NullMarked
package io.ringside.gateway.rfq;

import org.jspecify.annotations.NullMarked;
