package io.ringside.provision.servers;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL as a child process that keeps every promise about disks: what it acknowledged survives a power cut.
 * Killed or stopped, it starts again on the same data and port.
 */
public final class PostgresServer implements AutoCloseable {
    /** The user that may do everything. Connections come from this machine only, and everybody needs a password. */
    public static final String USER = "postgres";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "recovery_init_sync_method=syncfs", // one call after a crash, not one for each of thousands of files
            "max_connections=200",
            "timezone=UTC",
            "log_timezone=UTC");
    private static final Duration READY_DEADLINE = Duration.ofSeconds(120);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(60);
    /** What PostgreSQL says of somebody whose password is wrong. */
    private static final String WRONG_PASSWORD = "28P01";

    private final PostgresCluster cluster;
    private final Path folder;
    private final int port;
    private final String password;
    private final List<String> settings;
    private ChildProcess process;
    private List<ProcessHandle> backends = List.of();

    private PostgresServer(Path folder, int port, String password, List<String> settings) {
        this.cluster = new PostgresCluster(PostgresBinaries.unpacked(ToolCache.folder()), folder);
        this.folder = folder;
        this.port = port;
        this.password = password;
        this.settings = settings;
        cluster.create(password, settings);
        this.process = launch();
        if (!opens()) {
            stop();
            cluster.changePassword(password);
            process = launch();
        }
    }

    /**
     * Starts one on a free port, with its data below the folder. Returns when it takes connections.
     *
     * @param password of the user that may do everything; data kept under another one is opened by this one from now on
     */
    public static PostgresServer start(Path folder, String password) {
        return start(folder, password, List.of());
    }

    /** Starts one with settings of one's own ({@code name=value}) over those that keep every promise. */
    public static PostgresServer start(Path folder, String password, List<String> settings) {
        return new PostgresServer(Folders.make(folder).toAbsolutePath(), FreePort.find(), password, settings);
    }

    /** Address of one of its databases. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /** A connection of the all-mighty user. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    /** Creates an empty database unless it exists. */
    public void createDatabase(String name) {
        if (!databases().contains(name)) {
            execute("create database " + name);
        }
    }

    /** Creates a database as the copy of another one, to which nobody may be connected. */
    public void copyDatabase(String template, String name) {
        execute("create database " + name + " template " + template);
    }

    /** Drops a database, connected or not. */
    public void dropDatabase(String name) {
        execute("drop database if exists " + name + " with (force)");
    }

    /** The running main process; another one after each {@link #restart}. */
    public synchronized ChildProcess process() {
        return process;
    }

    /** {@code kill -9} of the main process; its helpers notice and leave. */
    public synchronized void kill() {
        backends = process.descendants();
        process.kill();
    }

    /** Stops it in order, breaking its connections off; its data stays. */
    public void stop() {
        process().stop("INT", STOP_DEADLINE);
    }

    /** Starts it again on the same data and port; stops it first if it still runs. */
    public synchronized void restart() {
        stop();
        // helpers of a killed server hold its shared memory for a moment, and no successor starts before they left
        backends.forEach(ProcessHandle::destroyForcibly);
        backends.forEach(backend -> backend.onExit().join());
        backends = List.of();
        process = launch();
    }

    @Override
    public void close() {
        stop();
    }

    private boolean opens() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                return false;
            }
            throw new ProvisionException("PostgreSQL: " + e.getMessage(), e);
        }
    }

    private ChildProcess launch() {
        List<String> words = new ArrayList<>(Unprivileged.prefix());
        words.add(cluster.binaries().resolve("bin/postgres").toString());
        words.addAll(List.of("-D", cluster.data().toString(), "-p", Integer.toString(port)));
        words.addAll(List.of("-c", "hba_file=" + cluster.access()));
        SETTINGS.forEach(setting -> words.addAll(List.of("-c", setting)));
        settings.forEach(setting -> words.addAll(List.of("-c", setting)));
        Path log = folder.resolve("postgres.log");
        ChildProcess started = ChildProcess.start(words, Map.of(), folder, log);
        Readiness.await("PostgreSQL", started, READY_DEADLINE, log, () -> answers(started));
        return started;
    }

    /** The last line of its pid file says when it takes connections; the first whose file it is. */
    private boolean answers(ChildProcess started) {
        try {
            List<String> lines = Files.readAllLines(cluster.data().resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(started.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> databases() {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select datname from pg_database")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new ProvisionException("PostgreSQL: " + e.getMessage(), e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ProvisionException("PostgreSQL: " + e.getMessage(), e);
        }
    }
}
