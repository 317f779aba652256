package io.ringside.riskcheck;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Message;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.InstrumentRows;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.Quotes;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** risk-check as a whole on servers of its own, with two instruments and an account for each test. */
final class RiskFloor implements AutoCloseable {
    static final String TIN = "TIN";
    static final String ZINC = "ZINC";
    /** Longer than all tests of a class take: they trade on the quotes of its start. */
    private static final int QUOTE_AGE_MAX_MS = 3_600_000;

    private final OwnServers servers = new OwnServers();
    final Database database = servers.database;
    final ApplicationContext application;
    private int accounts;
    /** The account that the test trades for. */
    String account = "";

    RiskFloor(Map<String, String> more) {
        InstrumentRows.add(
                database,
                Instruments.metal(TIN, Price.of("0.50", 2), Quantity.of("0.5", 1), 5),
                Instruments.metal(ZINC, Price.of("0.50", 2), Quantity.of("0.5", 1), 25));
        quote(TIN, "999.50", "1000.00");
        quote(ZINC, "99.50", "100.00");
        // the tests sweep by themselves
        Map<String, String> properties = new HashMap<>(Map.of("ringside.risk.sweep", "1h"));
        properties.putAll(more);
        properties.putAll(servers.properties("risk-check"));
        application = FunctionApplication.run("risk-check", RiskCheck.class, properties);
        Eventually.holds("somebody takes calls", this::isCalled);
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
                    ('%1$s', 'TIN', 10, 100000, 20, 500, %2$d),
                    ('%1$s', 'ZINC', 10, 1000000, 20, 500, %2$d)
                """.formatted(account, QUOTE_AGE_MAX_MS));
    }

    /** Lists an instrument, with a limit for the account. */
    void list(String instrument) {
        InstrumentRows.add(database, Instruments.metal(instrument, Price.of("0.50", 2), Quantity.of("0.5", 1), 5));
        database.execute("""
                insert into risk.account_limit (account, instrument, order_quantity_max, order_notional_max,
                    net_position_max, collar_bps, quote_age_max_ms) values ('%s', '%s', 10, 100000, 20, 500, %d)
                """.formatted(account, instrument, QUOTE_AGE_MAX_MS));
    }

    void quote(String instrument, String bid, String ask) {
        String text = "1: " + bid + " x 10 / " + ask + " x 10";
        Quote quote = Quotes.of(instrument, text, Clock.systemUTC().instant());
        servers.send(Subjects.quote(instrument), "quote-" + instrument + bid, quote);
    }

    RiskVerdicts reserve(ReserveRisk.Request... requests) throws Exception {
        return Wire.decode(call(Wire.encode(new ReserveRisk(List.of(requests)))).getData(), RiskVerdicts.class);
    }

    private boolean isCalled() {
        try {
            return servers.connection.request(Subjects.RISK_RESERVE, new byte[0], Eventually.DEADLINE) != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Message call(byte[] body) throws InterruptedException {
        Message answer = servers.connection.request(Subjects.RISK_RESERVE, body, Eventually.DEADLINE);
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    ReserveRisk.Request market(String id, String instrument, Side side, String quantity) {
        return new ReserveRisk.Request(
                account, id, "alice", instrument, side, OrderType.MARKET, quantity, null, null, null);
    }

    /** An order for this price, or an amend of {@code c-1}, which is for that much. */
    ReserveRisk.Request limit(String id, String instrument, String quantity, String price, @Nullable String amended) {
        return new ReserveRisk.Request(
                account,
                id,
                "alice",
                instrument,
                Side.BUY,
                OrderType.LIMIT,
                quantity,
                price,
                null,
                amended == null ? null : new ReserveRisk.Amended("c-1", amended));
    }

    AnAmend amend(String id, String instrument, String amendId, String quantity) {
        AnOrder order = AnOrder.in(instrument, "BUY GTC 3 @ 100.00").of(account).named("order-" + id, id);
        return new AnAmend(order, amendId, quantity, "100.00");
    }

    void replaced(AnAmend amend) {
        told("replaced", amend, amend.done());
    }

    void amendRefused(AnAmend amend) {
        told("amend-refused", amend, amend.refused());
    }

    /** The order expires before the venue has answered. */
    void endedWhileAmended(AnAmend amend) {
        told("expired", amend, amend.refused());
    }

    private void told(String verb, AnAmend amend, OrderState state) {
        servers.send(Subjects.orderFact(verb, account, amend.order().orderId()), verb + account + amend.id(), state);
    }

    /** A buy of 3 that waits for the venue's answer to an amend. */
    void orderRow(String id, String amendId, String amendQuantity) {
        database.execute("""
                insert into orders.orders (order_id, account, client_order_id, trader, instrument, side, order_type,
                    time_in_force, quantity, limit_price, status, version, created_at, updated_at, amend_id, amender,
                    amend_quantity, amend_limit_price)
                values (gen_random_uuid(), '%1$s', '%2$s', 'alice', 'TIN', 'BUY', 'LIMIT', 'GTC', 3, 100,
                    'PENDING_REPLACE', 2, now(), now(), '%3$s', 'alice', %4$s, 100)
                on conflict (account, client_order_id) do update set amend_quantity = excluded.amend_quantity
                """.formatted(account, id, amendId, amendQuantity));
    }

    void ended(String verb, String id, String instrument, Side side, String orderQuantity) {
        OrderState state =
                order(id, instrument, side, orderQuantity).ended(OrderStatus.valueOf(verb.toUpperCase(Locale.ROOT)));
        servers.send(Subjects.orderFact(verb, account, "order-" + id), verb + account + id, state);
    }

    void traded(String id, String execution, String messageId, String instrument, Side side, String quantity) {
        TradeBooked trade = order(id, instrument, side, quantity).trade(account + execution, quantity, "100.00");
        servers.send(Subjects.tradeFact(account, "order-" + id), account + messageId, trade);
    }

    private AnOrder order(String id, String instrument, Side side, String quantity) {
        return AnOrder.in(instrument, side + " IOC " + quantity + " MARKET")
                .of(account)
                .named("order-" + id, id);
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

    @Override
    public void close() {
        application.close();
        servers.close();
    }
}
