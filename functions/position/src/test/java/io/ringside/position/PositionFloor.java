package io.ringside.position;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.position.PositionChanged;
import io.ringside.contracts.position.PositionList;
import io.ringside.contracts.position.PositionQuery;
import io.ringside.contracts.position.PositionValuation;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.runtime.FunctionApplication;
import io.ringside.runtime.host.FunctionHost;
import io.ringside.runtime.ordered.LoopState;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.InstrumentRows;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.Quotes;
import io.ringside.testkit.SequentialIds;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Position on real servers: trades and quotes go in, positions and valuations come out. */
final class PositionFloor implements AutoCloseable {
    final OwnServers servers = new OwnServers();
    final Database database = servers.database;
    final Connection connection = servers.connection;
    private final SequentialIds orderIds = new SequentialIds();
    private ApplicationContext running;

    PositionFloor(String... instruments) {
        for (String id : instruments) {
            list(id);
        }
        running = start();
    }

    /** Lists an instrument. */
    void list(String id) {
        InstrumentRows.add(database, Metals.like(id));
    }

    /** One more instance on the same servers. */
    ApplicationContext start() {
        Map<String, String> properties = new HashMap<>(servers.properties("position"));
        // a price is fresh to the end of the test, however slow the machine is
        properties.put("position.valuation.quote-age-max", "1h");
        return FunctionApplication.run("position", Position.class, properties);
    }

    /** Stops the function and starts it again on the same servers. */
    void restart() {
        running.close();
        running = start();
    }

    /** Whether the function waits for its servers, keeping what it was told. */
    boolean pauses() {
        return running.getBean(FunctionHost.class).running().stream()
                .anyMatch(loop -> loop.state().phase() == LoopState.Phase.PAUSED);
    }

    /** A trade as {@code +4 @ 100} (bought) or {@code -4 @ 100} (sold). */
    TradeBooked trade(String executionId, String account, String instrument, String text) {
        return Metals.trade(executionId, orderIds.text(), account, instrument, text);
    }

    void tell(TradeBooked trade, String messageId) {
        servers.send(Subjects.tradeFact(trade.account(), trade.orderId()), messageId, trade);
    }

    /** Books a trade and waits until the position tells of it. */
    PositionChanged book(TradeBooked trade) {
        tell(trade, trade.executionId());
        String filter = "evt.position.changed.*." + trade.account() + "." + trade.instrument();
        Eventually.holds("the position changes by " + trade.executionId(), () -> facts(filter).stream()
                .anyMatch(fact -> fact.executionId().equals(trade.executionId())));
        return facts(filter).getLast();
    }

    List<PositionChanged> facts(String filter) {
        return servers.stored("EVENTS", filter, PositionChanged.class);
    }

    void quote(String instrument, long sequence, @Nullable String bid, @Nullable String ask) {
        quote(instrument, sequence, bid, ask, Clock.systemUTC().instant());
    }

    void quote(String instrument, long sequence, @Nullable String bid, @Nullable String ask, Instant at) {
        String text = sequence + ": " + level(bid) + " / " + level(ask);
        Quote quote = Quotes.of(instrument, text, at);
        connection.publish(Subjects.quote(instrument), Wire.encode(quote));
    }

    /** The account's positions as the query answers them. */
    List<PositionValuation> ask(String account) {
        try {
            Message answer = connection.request(
                    Subjects.query("position", "list"), Wire.encode(new PositionQuery(account)), Eventually.DEADLINE);
            return OwnServers.decoded(
                            Objects.requireNonNull(answer, "no answer").getData(), PositionList.class)
                    .positions();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String level(@Nullable String price) {
        return price == null ? "-" : price + " x 10";
    }

    @Override
    public void close() {
        running.close();
        servers.close();
    }
}
