package io.ringside.runtime.sql;

import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * Transactions of a loop. What the database refuses inside one comes out of Micronaut's as a checked exception that
 * nobody declares, and nobody who looks for a failure would catch it: here it comes out as an unchecked one.
 */
public final class Transactions {
    private final TransactionOperations<Connection> operations;

    /** Over those of Micronaut. */
    public Transactions(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    /** What is done in one transaction, on its connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Commits the work, or rolls all of it back when it fails. */
    public <T> T write(Work<T> work) {
        return run(operations::executeWrite, work);
    }

    /** Reads, in one transaction. */
    public <T> T read(Work<T> work) {
        return run(operations::executeRead, work);
    }

    private static <T> T run(Function<TransactionCallback<Connection, T>, T> transaction, Work<T> work) {
        try {
            return transaction.apply(status -> work.on(status.getConnection()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
