package io.ringside.runtime.strength;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL must be set to: a commit that it confirms survives a power cut. */
public final class PostgresStrength {
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");
    /** {@code synchronous_commit} values that wait for the local disk at least. */
    private static final List<String> SYNCHRONOUS = List.of("on", "local", "remote_write", "remote_apply");

    private PostgresStrength() {}

    /** Refuses a server whose settings are weaker. */
    public static void check(Connection connection) throws SQLException {
        List<String> weaknesses = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String setting : MUST_BE_ON) {
                try (ResultSet rows = statement.executeQuery("show " + setting)) {
                    rows.next();
                    String value = rows.getString(1);
                    boolean strong =
                            setting.equals("synchronous_commit") ? SYNCHRONOUS.contains(value) : value.equals("on");
                    if (!strong) {
                        weaknesses.add(setting + " is " + value + ", needed is on");
                    }
                }
            }
        }
        if (!weaknesses.isEmpty()) {
            throw new WeakServerException("PostgreSQL at " + address(connection), weaknesses);
        }
    }

    /** The address without its parameters, which may hold what is nobody's business. */
    private static String address(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().split("[?]", 2)[0];
    }
}
