package io.ringside.faults.outage;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One fault that came, and what followed.
 *
 * @param target which process, or how many clients
 * @param atMs since the first
 * @param recoveredAfterMs until what was hit served again, everybody was connected, and all alerts that were accepted
 *     before the fault had ended were shown; -1 when the run ended before
 */
@Serdeable
public record Outage(String kind, String target, long atMs, long recoveredAfterMs) {
    Outage recovered(long afterMs) {
        return new Outage(kind, target, atMs, afterMs);
    }
}
