package io.ringside.faults.check;

import io.ringside.benchmarks.floor.StreamLog;
import io.ringside.faults.evidence.Evidence;

/** Faults of servers and processes are no fault of a message. */
final class NoDeadLetters implements Check {
    @Override
    public String title() {
        return "no message became a dead letter";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        findings.looked();
        for (StreamLog.Stored letter : evidence.deadLetters()) {
            findings.must(false, "dead letter %d on %s: %s", letter.sequence(), letter.subject(), letter.messageId());
        }
    }
}
