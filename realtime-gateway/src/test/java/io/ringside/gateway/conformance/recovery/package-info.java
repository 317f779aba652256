/** What is not lost, the same over every transport. */
@NullMarked
package io.ringside.gateway.conformance.recovery;

import org.jspecify.annotations.NullMarked;
