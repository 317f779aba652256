/** What waits in stream TIMERS becomes a command when it is due; it is armed again when a partition is taken. */
@NullMarked
package io.ringside.runtime.timer;

import org.jspecify.annotations.NullMarked;
