/**
 * The paper venue: one book of resting orders per instrument, filled against the live top of book. Our orders do not
 * trade with each other; they queue for what the real market displays.
 */
@NullMarked
package io.ringside.execution.paper;

import org.jspecify.annotations.NullMarked;
