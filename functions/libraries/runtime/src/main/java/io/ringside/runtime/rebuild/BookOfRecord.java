package io.ringside.runtime.rebuild;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How the command reaches PostgreSQL, which remembers what the streams may have lost. */
record BookOfRecord(String url, String user, String password) {
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return url.split("[?]", 2)[0];
    }
}
