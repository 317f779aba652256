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
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(Objects.requireNonNullElse(rows.getString(i), "-"));
                }
                found.add(String.join("|", columns));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
    }

    /** The one number that a query yields. */
    public long number(String sql) {
        return Long.parseLong(rows(sql).getFirst());
    }
}
