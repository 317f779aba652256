package io.ringside.local.demo;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a folder of demo files, in the order of the files' names. Loading them again changes nothing. */
public final class DemoData {
    private static final String PASSWORD = "password";
    private static final String PASSWORD_HASH = "password_hash";

    private final List<DemoTable> tables;
    private final PasswordHash hash;
    private final Map<String, String> hashes = new HashMap<>();

    private DemoData(List<DemoTable> tables, PasswordHash hash) {
        this.tables = tables;
        this.hash = hash;
    }

    /**
     * Reads the files.
     *
     * @param crowds names of the files with traders for load, which come only when asked for
     */
    public static DemoData read(Path folder, List<String> crowds, SecureRandom random) {
        List<DemoTable> tables = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> String.valueOf(file.getFileName()).matches("\\d\\d-.+\\.json"))
                    .sorted()
                    .forEach(file -> tables.add(JsonFile.read(file, DemoTable.class)));
        } catch (IOException e) {
            throw new ProvisionException("cannot read the demo data in " + folder + ": " + e.getMessage(), e);
        }
        // rows that multiply by account come last, so that the accounts for load get them too
        int position =
                (int) tables.stream().takeWhile(table -> !table.multiplies()).count();
        for (String crowd : crowds) {
            tables.addAll(
                    position,
                    JsonFile.read(folder.resolve(crowd + ".json"), BenchTraders.class)
                            .tables());
        }
        return new DemoData(tables, new PasswordHash(random));
    }

    /** Inserts what is missing; returns how many rows changed. */
    public int load(String jdbcUrl, String user, String password) {
        try (Connection connection = java.sql.DriverManager.getConnection(jdbcUrl, user, password)) {
            connection.setAutoCommit(false);
            int changed = 0;
            for (DemoTable table : tables) {
                changed += withHashes(table, connection).load(connection);
            }
            connection.commit();
            return changed;
        } catch (SQLException e) {
            throw new ProvisionException("cannot load the demo data: " + e.getMessage(), e);
        }
    }

    /** Who can sign in and trade, as the files say. */
    public List<DemoLogin> logins() {
        return people().filter(login -> !login.accounts().isEmpty()).toList();
    }

    /** Who can sign in and trades for nobody: operators. */
    public List<DemoLogin> operators() {
        return people().filter(login -> login.accounts().isEmpty()).toList();
    }

    private Stream<DemoLogin> people() {
        return rows("identity.trader").stream()
                .filter(row -> row.containsKey(PASSWORD))
                .map(row -> new DemoLogin(
                        String.valueOf(row.get("id")),
                        String.valueOf(row.get(PASSWORD)),
                        rows("identity.account_trader").stream()
                                .filter(link -> Objects.equals(row.get("id"), link.get("trader")))
                                .map(link -> String.valueOf(link.get("account")))
                                .toList()));
    }

    private List<Map<String, Object>> rows(String table) {
        return tables.stream()
                .filter(each -> each.table().equals(table))
                .flatMap(each -> each.rows().stream())
                .toList();
    }

    /** Passwords become hashes; of people who exist already nothing is hashed, which would only cost time. */
    private DemoTable withHashes(DemoTable table, Connection connection) throws SQLException {
        if (table.rows().stream().noneMatch(row -> row.containsKey(PASSWORD))) {
            return table;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> row : table.rows()) {
            Map<String, Object> hashed = new HashMap<>(row);
            @Nullable Object password = hashed.remove(PASSWORD);
            hashed.put(PASSWORD_HASH, exists(connection, table, row) ? "" : hashOf(String.valueOf(password)));
            rows.add(hashed);
        }
        List<String> keep = new ArrayList<>(table.keep() == null ? List.of() : table.keep());
        keep.add(PASSWORD_HASH);
        return new DemoTable(table.table(), table.key(), table.because(), keep, table.forEach(), rows);
    }

    private String hashOf(String password) {
        return hashes.computeIfAbsent(password, hash::of);
    }

    private static boolean exists(Connection connection, DemoTable table, Map<String, Object> row) throws SQLException {
        String key = table.key().getFirst();
        try (var statement = connection.prepareStatement("select 1 from " + table.table() + " where " + key + " = ?")) {
            statement.setString(1, String.valueOf(row.get(key)));
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
