/** The invariants: each looks at the evidence of a run and names what does not hold. Pure. */
@NullMarked
package io.ringside.faults.check;

import org.jspecify.annotations.NullMarked;
