/** Sees what nobody commands, quotes that cross resting orders and days that end, and makes commands of it. */
@NullMarked
package io.ringside.execution.watch;

import org.jspecify.annotations.NullMarked;
