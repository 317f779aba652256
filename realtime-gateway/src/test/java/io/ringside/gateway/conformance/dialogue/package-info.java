/** What is asked and answered, the same over every transport. */
@NullMarked
package io.ringside.gateway.conformance.dialogue;

import org.jspecify.annotations.NullMarked;
