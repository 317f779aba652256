package io.ringside.runtime.nats;

import io.nats.client.impl.Headers;
import io.ringside.contracts.TimerSubjects;
import java.time.Duration;
import java.time.Instant;

/** The headers that let a stored message wait for its time (ADR-51). Another one on its subject takes its place. */
public final class Schedule {
    /** How long a due message may wait to become a command: as long as commands are kept. */
    static final Duration DUE_KEPT = Duration.ofDays(7);

    private Schedule() {}

    /** Lets the message on this timer's subject appear when it is due, at once when that is past. */
    public static void write(Headers headers, String timer, Instant due) {
        headers.put(io.ringside.contracts.Headers.SCHEDULE, "@at " + due);
        headers.put(io.ringside.contracts.Headers.SCHEDULE_TARGET, TimerSubjects.due(timer));
        headers.put(io.ringside.contracts.Headers.SCHEDULE_TTL, DUE_KEPT.toHours() + "h");
    }
}
