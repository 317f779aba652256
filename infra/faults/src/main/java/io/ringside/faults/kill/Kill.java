package io.ringside.faults.kill;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One {@code kill -9} and what followed.
 *
 * @param atMs since the first
 * @param unanswered commands on their way to {@code received} at that moment
 * @param undecided orders without an outcome at that moment, those included
 * @param servesAfterMs until its successor served; -1 when the run ended before
 * @param decidesAfterMs until the next order anywhere got its first outcome; -1 when none did
 */
@Serdeable
public record Kill(String kind, long atMs, int unanswered, int undecided, long servesAfterMs, long decidesAfterMs) {
    Kill served(long afterMs) {
        return new Kill(kind, atMs, unanswered, undecided, afterMs, decidesAfterMs);
    }

    Kill decided(long afterMs) {
        return new Kill(kind, atMs, unanswered, undecided, servesAfterMs, afterMs);
    }
}
