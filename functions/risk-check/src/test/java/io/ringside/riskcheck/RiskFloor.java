package io.ringside.riskcheck;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.provision.servers.NatsServer;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** risk-check as a whole on servers of its own, with two instruments and an account for each test. */
final class RiskFloor implements AutoCloseable {
    static final String TIN = "TIN";
    static final String ZINC = "ZINC";
    private static final Duration CALL_MAX = Duration.ofSeconds(5);

    final NatsServer nats = Floor.shared().freshNats();
    final Database database = Floor.shared().freshDatabase();
    final Connection connection = Floor.connect(nats);
    final ApplicationContext application;
    private int accounts;
    /** The account that the test trades for. */
    String account = "";

    RiskFloor(Map<String, String> more) {
        database.execute("""
                insert into reference.currency values ('USD', 2);
                insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                    quantity_scale, quantity_step, quantity_unit, contract_size) values
                    ('TIN', 'TIN', 'Tin', 'METAL', 'USD', 2, 0.50, 1, 0.5, 't', 5),
                    ('ZINC', 'ZINC', 'Zinc', 'METAL', 'USD', 2, 0.50, 1, 0.5, 't', 25);
                """);
        quote(TIN, "999.50", "1000.00");
        quote(ZINC, "99.50", "100.00");
        Map<String, Object> properties = new HashMap<>(more);
        properties.putAll(Map.of(
                "NATS_URL", nats.url(),
                "NATS_MONITORING_URL", nats.monitoringUrl(),
                "JDBC_URL", database.jdbcUrl(),
                "JDBC_USER", database.user(),
                "JDBC_PASSWORD", database.password()));
        application = FunctionApplication.run("risk-check", RiskCheck.class, properties);
    }

    RiskFloor() {
        this(Map.of());
    }

    /** From now on a new account with limits of its own trades. */
    void openAccount() {
        account = "ACC" + ++accounts;
        database.execute("""
                insert into risk.account_limit (account, instrument, order_quantity_max, order_notional_max,
                    net_position_max, collar_bps, quote_age_max_ms) values
                    ('%1$s', 'TIN', 10, 100000, 20, 500, 60000),
                    ('%1$s', 'ZINC', 10, 1000000, 20, 500, 60000)
                """.formatted(account));
    }

    void quote(String instrument, String bid, String ask) {
        Quote quote = new Quote(instrument, bid, "10", ask, "10", 1, false, Instant.now(), Instant.now(), "test");
        publish(Subjects.quote(instrument), "quote-" + instrument + bid, quote);
    }

    RiskVerdicts reserve(ReserveRisk.Request... requests) throws Exception {
        return Wire.decode(call(Wire.encode(new ReserveRisk(List.of(requests)))).getData(), RiskVerdicts.class);
    }

    Message call(byte[] body) throws InterruptedException {
        Message answer = connection.request(Subjects.RISK_RESERVE, body, CALL_MAX);
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    ReserveRisk.Request market(String id, String instrument, Side side, String quantity) {
        return new ReserveRisk.Request(account, id, "alice", instrument, side, OrderType.MARKET, quantity, null);
    }

    void ended(String verb, String id, String instrument, Side side, String orderQuantity) {
        OrderState state = new OrderState(
                "order-" + id,
                id,
                account,
                "alice",
                instrument,
                side,
                OrderType.MARKET,
                TimeInForce.IOC,
                orderQuantity,
                null,
                OrderStatus.valueOf(verb.toUpperCase(java.util.Locale.ROOT)),
                "0",
                "0",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                2,
                Instant.now());
        publish(Subjects.orderFact(verb, account, "order-" + id), verb + account + id, state);
    }

    void traded(String id, String execution, String messageId, String instrument, Side side, String quantity) {
        TradeBooked trade = new TradeBooked(
                account + execution,
                "order-" + id,
                id,
                account,
                "alice",
                instrument,
                side,
                quantity,
                "100.00",
                "PAPER",
                1,
                Instant.EPOCH);
        publish(Subjects.tradeFact(account, "order-" + id), account + messageId, trade);
    }

    private void publish(String subject, String messageId, Object body) {
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, messageId);
        try {
            connection
                    .jetStream()
                    .publish(NatsMessage.builder()
                            .subject(subject)
                            .headers(headers)
                            .data(Wire.encode(body))
                            .build());
        } catch (IOException | JetStreamApiException e) {
            throw new AssertionError(e);
        }
    }

    String exposure(String instrument) {
        return database.rows("select trim_scale(net), trim_scale(reserved_buy), trim_scale(reserved_sell) "
                        + "from risk.exposure where instrument = '" + instrument
                        + "' and account = '" + account + "'")
                .getFirst();
    }

    String reservation(String id) {
        List<String> rows =
                database.rows("select state, trim_scale(remaining) from risk.reservation where client_order_id = '" + id
                        + "' and account = '" + account + "'");
        return rows.isEmpty() ? "none" : rows.getFirst();
    }

    /** Looks again and again until it holds. */
    static void eventually(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("does not come true: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Override
    public void close() throws Exception {
        application.close();
        connection.close();
        nats.close();
    }
}
