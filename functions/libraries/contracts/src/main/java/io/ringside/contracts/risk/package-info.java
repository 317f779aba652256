/** The reservation call of the risk check. */
@NullMarked
package io.ringside.contracts.risk;

import org.jspecify.annotations.NullMarked;
