package io.ringside.runtime.failure;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.exceptions.NoConnectionException;
import io.micronaut.transaction.exceptions.CannotCreateTransactionException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a failure of PostgreSQL or NATS, which passes without any doing of ours, from one that a message causes. */
public final class Failures {
    /**
     * SQL states of a server that is away, stopping, full or in conflict with another transaction: class 08 connection,
     * 57 operator intervention, 53 insufficient resources, 58 system error, 25P03 and 25P04 time limits of a
     * transaction, 25006 a server that only reads after a change of roles, 40 rollback by the server, 55P03 lock wait;
     * and of one that does not let this function in (28), refuses what it has to do (42501) or has not the tables,
     * columns or functions of this release yet (42P01, 42703, 42883, 3F000), which is no message's fault and over as
     * soon as an operator sets it right.
     */
    private static final List<String> PASSING_STATES = List.of(
            "08", "57", "53", "58", "25P03", "25P04", "25006", "40", "55P03", "28", "42501", "42P01", "42703", "42883",
            "3F000");

    private Failures() {}

    /** Whether the failure passes by itself, so that the message is to be kept and tried again without end. */
    public static boolean passes(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (passesByItself(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The innermost message, in printable ASCII, short enough for a header. */
    public static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return printable(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    /** Text that may stand in a header: printable ASCII, 400 characters at most. */
    public static String printable(@Nullable String text) {
        String ascii = String.valueOf(text).replaceAll("[^\\x20-\\x7e]+", " ").strip();
        return ascii.length() <= 400 ? ascii : ascii.substring(0, 397) + "...";
    }

    private static boolean passesByItself(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException passing -> true;
            case SQLException sql -> passingState(sql.getSQLState());
            case CannotCreateTransactionException passing -> true;
            case NoConnectionException defect -> false;
            // A connection that broke under a transaction; the driver's own word for it may be swallowed.
            case ConnectionException passing -> true;
            case IOException passing -> true;
            case TimeoutException passing -> true;
            default -> false;
        };
    }

    private static boolean passingState(@Nullable String state) {
        return state != null && PASSING_STATES.stream().anyMatch(state::startsWith);
    }
}
