package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.Repository;
import io.ringside.provision.schema.ProcessLogins;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each process may do in the book of record, against what its source says that it does. */
class GrantsTest {
    private static final String NOT_PERMITTED = "42501";
    private static final Path ROOT = Repository.find().root();
    private static final Path RUNTIME = Path.of("functions/libraries/runtime");
    private static final Path REBUILD = RUNTIME.resolve("src/main/java/io/ringside/runtime/rebuild");
    private static final Database DATABASE = Floor.shared().freshDatabase();

    /** Every table, and a column of each. */
    private static final SortedMap<String, String> FIRST_COLUMNS = new TreeMap<>(DATABASE.rows("""
                select table_schema || '.' || table_name, column_name from information_schema.columns
                join information_schema.tables using (table_catalog, table_schema, table_name)
                where table_schema not in ('pg_catalog', 'information_schema', 'public')
                and ordinal_position = 1""").stream()
            .map(row -> row.split("\\|"))
            .collect(Collectors.toMap(row -> row[0], row -> row[1])));

    /** Schemas that a process writes; whoever is not named writes none. */
    private static final Map<String, List<String>> WRITES = Map.of(
            "order-submit", List.of("orders", "runtime", "audit"),
            "risk-check", List.of("risk", "runtime", "audit"),
            "execution", List.of("venue", "runtime", "audit"),
            "position", List.of("position", "runtime", "audit"),
            "rfq", List.of("rfq", "runtime", "audit"),
            "presence-tick", List.of("presence", "runtime", "audit"),
            "activity", List.of("activity", "runtime", "audit"),
            "alert", List.of("alert", "runtime", "audit"),
            "operator", List.of("runtime"),
            "realtime-gateway", List.of("identity"));

    /** A process and the folders of its source. */
    private record Process(String name, List<Path> folders) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Secret(String table, String column) {}

    private static final List<Secret> SECRETS = List.of(
            new Secret("identity.trader", "password_hash"),
            new Secret("identity.refresh_token", "token_hash"),
            new Secret("identity.session_family", "id"));

    private static Stream<Process> processes() {
        return Stream.concat(
                Children.read(ROOT).children().stream()
                        .map(child -> new Process(child.name(), foldersOf(Path.of(child.module())))),
                Stream.of(
                        new Process("operator", List.of(REBUILD)),
                        new Process("observer", List.of(Path.of("infra/faults"), Path.of("infra/benchmarks")))));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void mayTouchTheTablesThatItsSourceNamesAndNoOther(Process process) {
        assertThat(touched(process)).isEqualTo(named(process));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void cannotWriteATableOfAnotherOwner(Process process) {
        List<String> own = WRITES.getOrDefault(process.name(), List.of());
        List<String> foreign = tables().stream()
                .filter(table -> !own.contains(table.substring(0, table.indexOf('.'))))
                .toList();
        assertThat(foreign).isNotEmpty();
        assertRefused(
                process,
                foreign.stream()
                        .flatMap(table -> Stream.of(
                                "insert into " + table + " default values",
                                "update " + table + " set " + FIRST_COLUMNS.get(table) + " = null",
                                "delete from " + table)));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void cannotChangeOrRemoveWhatWasAudited(Process process) {
        Stream<String> updates = DATABASE
                .rows("select column_name from information_schema.columns"
                        + " where table_schema = 'audit' and table_name = 'entry'")
                .stream()
                .map(column -> "update audit.entry set " + column + " = null");
        assertRefused(process, Stream.concat(updates, Stream.of("delete from audit.entry", "truncate audit.entry")));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void isNobodySpecialOnTheServer(Process process) {
        assertThat(DATABASE.rows("""
                        select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
                               (select count(*) from pg_auth_members m where m.member = r.oid)
                        from pg_roles r where rolname = '%s'""".formatted(ProcessLogins.of(process.name()))))
                .containsExactly("f|f|f|f|f|0");
        assertRefused(process, Stream.of("create table public.mine (one int)", "create schema mine"));
    }

    @Test
    void secretsOfPeopleAreReadByTheGatewayAlone() {
        assertThat(processes()
                        .filter(process -> SECRETS.stream().anyMatch(secret -> reads(process, secret)))
                        .map(Process::name))
                .containsExactly("realtime-gateway");
    }

    private static void assertRefused(Process process, Stream<String> statements) {
        try (Connection connection = DATABASE.under(process.name()).connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statements.forEach(sql -> assertThatThrownBy(() -> {
                        try {
                            statement.execute(sql);
                        } finally {
                            connection.rollback();
                        }
                    })
                    .as(process.name() + ": " + sql)
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo(NOT_PERMITTED)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean reads(Process process, Secret secret) {
        return DATABASE.rows("select has_column_privilege('%s', '%s', '%s', 'select')"
                        .formatted(ProcessLogins.of(process.name()), secret.table, secret.column))
                .equals(List.of("t"));
    }

    private static TreeSet<String> touched(Process process) {
        return new TreeSet<>(DATABASE.rows("""
                select distinct table_schema || '.' || table_name from information_schema.column_privileges
                where grantee = '%1$s'
                union
                select table_schema || '.' || table_name from information_schema.table_privileges
                where grantee = '%1$s'""".formatted(ProcessLogins.of(process.name()))));
    }

    private static TreeSet<String> named(Process process) {
        String source = process.folders().stream().map(GrantsTest::sourceOf).collect(Collectors.joining());
        return tables().stream()
                .filter(table -> java.util.regex.Pattern.compile(
                                "(?<![\\w.])" + java.util.regex.Pattern.quote(table) + "(?![\\w.(])")
                        .matcher(source)
                        .find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> tables() {
        return List.copyOf(FIRST_COLUMNS.keySet());
    }

    /** The module and the libraries with SQL that it is built on; the runtime's only where its loop runs. */
    private static List<Path> foldersOf(Path module) {
        List<Path> libraries = Stream.of(RUNTIME, Path.of("functions/libraries/reference"))
                .filter(library -> text(ROOT.resolve(module).resolve("pom.xml"))
                        .contains("<artifactId>" + library.getFileName() + "</artifactId>"))
                .filter(library -> !library.equals(RUNTIME) || sourceOf(module).contains("OrderedFunction"))
                .toList();
        return Stream.concat(Stream.of(module), libraries.stream()).toList();
    }

    private static String sourceOf(Path folder) {
        Path module = ROOT.resolve(folder).resolve("src/main/java");
        try (Stream<Path> files = Files.walk(Files.isDirectory(module) ? module : ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(GrantsTest::text)
                    .flatMap(String::lines)
                    .filter(line -> !line.startsWith("import "))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
