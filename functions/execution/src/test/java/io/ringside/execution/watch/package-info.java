/** Which quotes and ends of days are worth a command. */
@NullMarked
package io.ringside.execution.watch;

import org.jspecify.annotations.NullMarked;
