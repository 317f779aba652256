package io.ringside.position;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.position.PositionChanged;
import io.ringside.contracts.position.PositionList;
import io.ringside.contracts.position.PositionQuery;
import io.ringside.contracts.position.PositionValuation;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.provision.servers.NatsServer;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import io.ringside.testkit.SequentialIds;
import io.ringside.testkit.StoredMessages;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Position on real servers: trades and quotes go in, positions and valuations come out. */
final class PositionFloor implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final NatsServer nats = Floor.shared().freshNats();
    final Database database = Floor.shared().freshDatabase();
    final Connection connection = Floor.connect(nats);
    private final SequentialIds orderIds = new SequentialIds();
    private ApplicationContext running;

    PositionFloor(String... instruments) {
        database.execute("insert into reference.currency values ('USD', 2)");
        for (String id : instruments) {
            database.execute("""
                    insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                        quantity_scale, quantity_step, quantity_unit, contract_size)
                    values ('%1$s', '%1$s', '%1$s', 'METAL', 'USD', 2, 0.25, 0, 1, 'lot', 25)
                    """.formatted(id));
        }
        running = start();
    }

    /** One more instance on the same servers. */
    ApplicationContext start() {
        return FunctionApplication.run(
                "position",
                Position.class,
                Map.of(
                        "NATS_URL", nats.url(),
                        "NATS_MONITORING_URL", nats.monitoringUrl(),
                        "JDBC_URL", database.jdbcUrl(),
                        "JDBC_USER", database.user(),
                        "JDBC_PASSWORD", database.password()));
    }

    /** Stops the function and starts it again on the same servers. */
    void restart() {
        running.close();
        running = start();
    }

    /** A trade as {@code +4 @ 100} (bought) or {@code -4 @ 100} (sold). */
    TradeBooked trade(String executionId, String account, String instrument, String text) {
        String[] words = text.split(" ");
        return new TradeBooked(
                executionId,
                orderIds.text(),
                "c-" + executionId,
                account,
                "alice",
                instrument,
                words[0].startsWith("+") ? Side.BUY : Side.SELL,
                words[0].substring(1),
                words[2],
                "paper",
                7,
                NOON);
    }

    void tell(TradeBooked trade, String messageId) {
        Headers headers = new Headers().put(io.ringside.contracts.Headers.MESSAGE_ID, messageId);
        try {
            connection
                    .jetStream()
                    .publish(Subjects.tradeFact(trade.account(), trade.orderId()), headers, Wire.encode(trade));
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("cannot tell " + trade, e);
        }
    }

    /** Books a trade and waits until the position tells of it. */
    PositionChanged book(TradeBooked trade) {
        tell(trade, trade.executionId());
        String filter = "evt.position.changed.*." + trade.account() + "." + trade.instrument();
        eventually("the position changes by " + trade.executionId(), () -> facts(filter).stream()
                .anyMatch(fact -> fact.executionId().equals(trade.executionId())));
        return facts(filter).getLast();
    }

    List<PositionChanged> facts(String filter) {
        return StoredMessages.in(connection, "EVENTS", filter).stream()
                .map(message -> decode(message.getData(), PositionChanged.class))
                .toList();
    }

    void quote(String instrument, long sequence, @Nullable String bid, @Nullable String ask) {
        quote(instrument, sequence, bid, ask, Clock.systemUTC().instant());
    }

    void quote(String instrument, long sequence, @Nullable String bid, @Nullable String ask, Instant at) {
        String bidSize = bid == null ? null : "10";
        String askSize = ask == null ? null : "10";
        Quote quote = new Quote(instrument, bid, bidSize, ask, askSize, sequence, false, at, at, "test");
        connection.publish(Subjects.quote(instrument), Wire.encode(quote));
    }

    /** The account's positions as the query answers them. */
    List<PositionValuation> ask(String account) {
        try {
            Message answer = connection.request(
                    Subjects.query("position", "list"), Wire.encode(new PositionQuery(account)), DEADLINE);
            return decode(Objects.requireNonNull(answer, "no answer").getData(), PositionList.class)
                    .positions();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static <T> T decode(byte @Nullable [] body, Class<T> type) {
        try {
            return Wire.decode(Objects.requireNonNull(body), type);
        } catch (Wire.UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    /** Looks again and again until it holds. */
    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + DEADLINE + ": " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public void close() throws InterruptedException {
        running.close();
        connection.close();
        nats.close();
    }
}
