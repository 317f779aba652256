/** Kills processes of a floor while it works, by a seeded plan, and watches how they come back. */
@NullMarked
package io.ringside.faults.kill;

import org.jspecify.annotations.NullMarked;
