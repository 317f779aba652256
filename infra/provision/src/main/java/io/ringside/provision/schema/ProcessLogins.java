package io.ringside.provision.schema;

import io.ringside.provision.ProvisionException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.postgresql.PGConnection;

/**
 * The logins of the processes. The migrations say what each may do; here they get their passwords, which no migration
 * knows.
 */
public final class ProcessLogins {
    private static final String PREFIX = "ringside_";
    private static final String GRANTED = """
            select distinct grantee from information_schema.column_privileges
            where starts_with(grantee, ?) and grantee <> grantor order by grantee""";
    private static final String NOT_PERMITTED = "42501";

    private final String jdbcUrl;
    private final String user;
    private final String password;

    /** @param user owner of the schema, who may create roles */
    public ProcessLogins(String jdbcUrl, String user, String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    /** The login of a process: {@code ringside_order_submit} of {@code order-submit}. */
    public static String of(String process) {
        return PREFIX + process.replace('-', '_');
    }

    /**
     * Gives every login to which something is granted here its password; returns the logins.
     *
     * @param passwords by login
     */
    public List<String> admit(UnaryOperator<String> passwords) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            List<String> logins = granted(connection);
            for (String login : logins) {
                admit(connection, login, passwords.apply(login));
            }
            return logins;
        } catch (SQLException e) {
            throw new ProvisionException("cannot give the processes their logins: " + e.getMessage(), e);
        }
    }

    private void admit(Connection owner, String login, String secret) throws SQLException {
        try {
            // only its SCRAM verifier travels, so that no log of the server ever holds a password
            owner.unwrap(PGConnection.class).alterUserPassword(login, secret.toCharArray(), "scram-sha-256");
        } catch (SQLException e) {
            // where somebody else keeps the roles, passwords that work already are all that is needed
            if (!NOT_PERMITTED.equals(e.getSQLState()) || !opens(login, secret)) {
                throw new ProvisionException(
                        user + " may not set the password of " + login + " (" + e.getMessage()
                                + "): let it create roles, or keep that role's own password in the password file",
                        e);
            }
        }
    }

    private boolean opens(String login, String secret) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, login, secret)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    private static List<String> granted(Connection connection) throws SQLException {
        List<String> logins = new ArrayList<>();
        try (var statement = connection.prepareStatement(GRANTED)) {
            statement.setString(1, PREFIX);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    logins.add(rows.getString(1));
                }
            }
        }
        return logins;
    }
}
