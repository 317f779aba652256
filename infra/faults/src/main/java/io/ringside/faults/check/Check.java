package io.ringside.faults.check;

import io.ringside.faults.evidence.Evidence;

/** One invariant. */
interface Check {
    /** The invariant as a sentence. */
    String title();

    /** Looks and reports. */
    void look(Evidence evidence, Findings findings);
}
