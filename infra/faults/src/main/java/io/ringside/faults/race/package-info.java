/** Requests for quotes on which many clients trade at the same moment, of whom one at most may win. */
@NullMarked
package io.ringside.faults.race;

import org.jspecify.annotations.NullMarked;
