package io.ringside.reference;

import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a server that is away or slow while a function starts. What does not pass by itself, a missing table say,
 * or a stream that stays away, ends the start: a function that lacks what it needs must not look alive.
 */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    /** SQL states of a server that is away (08), starting or stopping (57), or short of something (53). */
    private static final List<String> PASSING_STATES = List.of("08", "57", "53");

    /** The server's word for a stream that does not exist. */
    private static final int STREAM_NOT_FOUND = 10059;
    /**
     * Tries while a stream is missing, five seconds of them: a server that keeps it in memory comes back without it,
     * and whoever provisions makes it again.
     */
    private static final int MISSING_TRIES_MAX = 6;

    private Patience() {}

    /** Tries until it succeeds; the wait in between doubles. */
    static void until(String what, Runnable attempt) {
        Duration wait = FIRST_WAIT;
        int missing = 0;
        while (true) {
            try {
                attempt.run();
                return;
            } catch (RuntimeException e) {
                boolean tryAgain = passes(e) || (isMissingStream(e) && missing++ < MISSING_TRIES_MAX);
                if (!tryAgain || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.info("waiting for {}: {}", what, e.getMessage());
                LockSupport.parkNanos(wait.toNanos());
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    private static boolean isMissingStream(Throwable failure) {
        return failure.getCause() instanceof JetStreamApiException answer
                && answer.getApiErrorCode() == STREAM_NOT_FOUND;
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
