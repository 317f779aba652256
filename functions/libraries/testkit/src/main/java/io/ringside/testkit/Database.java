package io.ringside.testkit;

import io.ringside.provision.schema.ProcessLogins;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A migrated database that belongs to one test class, seen by its owner or by one of the processes. */
public record Database(String jdbcUrl, String user, String password) {
    private static final KeptConnections KEPT = new KeptConnections();

    /** The same database as a process sees it, which may do there what the migrations grant it and nothing else. */
    public Database under(String process) {
        String login = ProcessLogins.of(process);
        return new Database(jdbcUrl, login, passwordOf(login));
    }

    static String passwordOf(String login) {
        return login + "-in-tests";
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** Runs statements, separated by semicolons or not. */
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
    }

    /** Each row of a query as the texts of its columns joined by {@code |}; null is {@code -}. */
    public List<String> rows(String sql) {
        try {
            Connection kept = KEPT.take(this);
            if (kept == null) {
                return ask(connect(), sql);
            }
            try {
                return ask(kept, sql);
            } catch (SQLException e) {
                if (wasGone(e)) {
                    return ask(connect(), sql);
                }
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
    }

    /** Whether the server had ended the connection, or is another one now. */
    private static boolean wasGone(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** Asks, and keeps the connection if that went well. */
    private List<String> ask(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> texts = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    texts.add(Objects.requireNonNullElse(rows.getString(column), "-"));
                }
                found.add(String.join("|", texts));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        KEPT.give(this, connection);
        return found;
    }

    /** The one number that a query yields. */
    public long number(String sql) {
        return Long.parseLong(rows(sql).getFirst());
    }
}
