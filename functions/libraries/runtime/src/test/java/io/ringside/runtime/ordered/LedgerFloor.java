package io.ringside.runtime.ordered;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.provision.servers.NatsServer;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import io.ringside.testkit.StoredMessages;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One nats-server and one database for a test of the ledger, and what a test does to them. */
public final class LedgerFloor implements AutoCloseable {
    public final NatsServer nats = Floor.shared().freshNats();
    public final Database database = Floor.shared().freshDatabase();
    public final Connection connection = Floor.connect(nats);

    public LedgerFloor() {
        database.execute(LedgerFunction.TABLES);
        database.execute(FollowerFunction.TABLES);
    }

    public Map<String, String> environment() {
        return Map.of(
                "NATS_URL", nats.url(),
                "NATS_MONITORING_URL", nats.monitoringUrl(),
                "JDBC_URL", database.jdbcUrl(),
                "JDBC_USER", database.user(),
                "JDBC_PASSWORD", database.password(),
                "LEDGER", "true");
    }

    /** An instance of the ledger in this process. */
    public ApplicationContext instance() {
        return instance(Map.of());
    }

    /** The same with these properties besides. */
    public ApplicationContext instance(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(environment());
        properties.put("ledger", "true");
        properties.putAll(more);
        return FunctionApplication.run("ledger", LedgerFloor.class, properties);
    }

    /** Sends an order and returns its sequence. */
    public long send(String account, String id, String instrument, String dedupSuffix)
            throws IOException, JetStreamApiException {
        SubmitOrder order = new SubmitOrder(
                id, account, "trader", instrument, Side.BUY, OrderType.MARKET, TimeInForce.IOC, "1", null, null);
        return sendRaw(account, Wire.encode(order), id + dedupSuffix);
    }

    long sendRaw(String account, byte[] body, String messageId) throws IOException, JetStreamApiException {
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, messageId);
        headers.put(io.ringside.contracts.Headers.USER, "trader");
        return connection
                .jetStream()
                .publish(NatsMessage.builder()
                        .subject(Subjects.orderCommand("submit", account))
                        .headers(headers)
                        .data(body)
                        .build())
                .getSeqno();
    }

    /** Waits until a ledger owns every partition. */
    void awaitOwned(Duration deadline) throws InterruptedException {
        eventually(
                "a ledger that owns every partition",
                deadline,
                () -> database.number("select count(*) from runtime.partition"
                                + " where function = 'ledger' and owner is not null")
                        == 16);
    }

    /** The ledger as the database has it: {@code account|number|id} in order. */
    public List<String> entries() {
        return database.rows("select account, number, client_order_id from ledger.entry order by account, number");
    }

    public List<MessageInfo> facts(String account) {
        return StoredMessages.in(connection, "EVENTS", "evt.order.accepted.*." + account + ".>");
    }

    public List<MessageInfo> notices() {
        return StoredMessages.in(connection, "INBOX", "user.trader");
    }

    List<MessageInfo> deadLetters() {
        return StoredMessages.in(connection, "DEADLETTERS", "dlq.ledger");
    }

    /** Waits until a condition holds, looking again and again. */
    public static void eventually(String what, Duration deadline, BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + deadline + ": " + what);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        nats.close();
    }
}
