package io.ringside.reference;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a server that is away or slow while a function starts. What does not pass by itself, a missing table or
 * stream say, ends the start: a function that lacks what it needs must not look alive.
 */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    /** SQL states of a server that is away (08), starting or stopping (57), or short of something (53). */
    private static final List<String> PASSING_STATES = List.of("08", "57", "53");

    private Patience() {}

    /** Tries until it succeeds; the wait in between doubles. */
    static void until(String what, Runnable attempt) {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                attempt.run();
                return;
            } catch (RuntimeException e) {
                if (!passes(e) || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.info("waiting for {}: {}", what, e.getMessage());
                LockSupport.parkNanos(wait.toNanos());
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state != null && PASSING_STATES.stream().anyMatch(state::startsWith);
            }
        }
        return false;
    }
}
