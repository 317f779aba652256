package io.ringside.faults.twin;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.faults.program.Programs;
import io.ringside.local.balancer.Balancer;
import io.ringside.provision.servers.FreePort;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import io.ringside.testkit.FloorProperties;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Two real gateways on real servers behind one port, and people who may sign in. */
final class TwinGateways implements AutoCloseable {
    static final String PASSWORD = "correct horse";

    private static final String PROGRAM = "realtime-gateway";
    /** argon2id of that password with little memory and time. */
    private static final String HASH =
            "$argon2id$v=19$m=64,t=1,p=1$c2l4dGVlbiBieXRlcyBvaw$g5An9Y8NltcTUUs3dmw9S393oURtmXqz4bgAuoKH0sM";

    private final Database database = Floor.shared().freshDatabase();
    private final Connection nats = Floor.shared().connect();
    private final Map<String, Integer> ports = Map.of("north", FreePort.find(), "south", FreePort.find());
    private final URI address = URI.create("http://127.0.0.1:" + FreePort.find());
    private final Path logs;
    private final Programs programs;
    private final Balancer balancer;

    TwinGateways(Path logs, int people) {
        this.logs = logs;
        this.programs = new Programs(logs);
        Floor.shared().freshStreams();
        moveIn(people);
        ports.keySet().forEach(this::start);
        programs.awaitReady();
        balancer = Balancer.open(address.getPort(), List.copyOf(ports.values()));
    }

    /** Where both are reached. */
    URI address() {
        return address;
    }

    /** Where one of them is reached without the balancer. */
    URI address(String node) {
        return URI.create("http://127.0.0.1:" + ports.get(node));
    }

    /** Starts a function beside them. */
    void startFunction(String name) {
        programs.start(name, FloorProperties.of(Floor.shared(), database.under(name)), List.of());
        programs.awaitReady();
    }

    /** Raises an alert as a function does. */
    void raise(RaiseAlert alert) {
        io.nats.client.impl.Headers headers = new io.nats.client.impl.Headers();
        headers.put(Headers.MESSAGE_ID, alert.alertId());
        try {
            nats.jetStream().publish(Subjects.alertCommand("raise", alert.user()), headers, Wire.encode(alert));
        } catch (IOException | JetStreamApiException e) {
            throw new AssertionError(e);
        }
    }

    /** Rows of the book of record. */
    List<String> rows(String sql) {
        return database.rows(sql);
    }

    Connection nats() {
        return nats;
    }

    /** Starts a gateway, the first time or again, where it always serves. */
    void start(String node) {
        Map<String, String> environment = new HashMap<>(FloorProperties.of(Floor.shared(), database.under(PROGRAM)));
        environment.put("RINGSIDE_SOCKET_NODE", node);
        environment.put("RINGSIDE_SOCKET_ORIGINS", address + "," + address("north") + "," + address("south"));
        programs.start(
                PROGRAM,
                Objects.requireNonNull(ports.get(node)),
                environment,
                List.of(
                        "-Dringside.identity.keys-folder=" + logs.resolve("keys"),
                        "-Dringside.limits.rates.order=600000/10000"));
    }

    void awaitReady() {
        programs.awaitReady();
    }

    void kill(String node) {
        programs.kill(Objects.requireNonNull(ports.get(node)));
    }

    void stop(String node) {
        programs.stop(Objects.requireNonNull(ports.get(node)));
    }

    @Override
    public void close() {
        balancer.close();
        programs.close();
        try {
            nats.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String user(int number) {
        return "trader-" + number;
    }

    static String account(int number) {
        return "ACCOUNT-" + number;
    }

    private void moveIn(int people) {
        database.execute("insert into identity.firm values ('ash', 'Ash')");
        IntStream.range(0, people)
                .forEach(number -> database.execute("""
            insert into identity.trader (id, firm, name, role, password_hash)
            values ('%1$s', 'ash', '%1$s', 'trader', '%3$s');
            insert into identity.account values ('%2$s', 'ash', '%2$s');
            insert into identity.account_trader values ('%2$s', '%1$s')
            """.formatted(user(number), account(number), HASH)));
    }
}
