package io.ringside.runtime.ordered;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The smallest function with state: it numbers the orders of each account. Whatever is lost, doubled or out of order
 * shows in the numbers. An order for instrument POISON cannot be handled, what is decided on one for instrument
 * UNSPEAKABLE cannot be written down. One for instrument ALERT is told as an alert besides, one for instrument SETTLE
 * as what takes the place of all alerts.
 */
@Singleton
@Requires(property = "ledger")
public final class LedgerFunction implements OrderedFunction<String> {
    static final String TABLES = """
        create schema ledger;
        create table ledger.entry (
            account text not null, number bigint not null, client_order_id text not null unique,
            primary key (account, number))\
        """;

    /** Run once, by the next decision on an order for instrument HOOK. */
    static final AtomicReference<@Nullable Runnable> HOOK = new AtomicReference<>();

    private final JdbcOperations jdbc;

    LedgerFunction(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.commands("order", Map.of("submit", SubmitOrder.class)));
    }

    @Override
    public String ask(List<Delivery> batch) {
        return "";
    }

    @Override
    public String identityOf(Delivery delivery) {
        SubmitOrder order = (SubmitOrder) delivery.body();
        return order.account() + '/' + order.clientOrderId();
    }

    @Override
    public List<Emission> whenAbandoned(String subject, @Nullable String user, byte[] raw, Instant at) {
        if (raw.length == 0) {
            throw new IllegalArgumentException("there is nobody in an empty body");
        }
        return user == null ? List.of() : List.of(refusal(user, "", RejectReason.UNDER_INVESTIGATION, at));
    }

    @Override
    public Work begin(List<Delivery> batch, String answers) {
        return new Numbering();
    }

    private static Emission refusal(String user, String id, RejectReason reason, Instant at) {
        return new Emission(
                Subjects.inbox(user),
                "command.refused",
                new CommandRefused(id, null, "", user, reason.name(), reason.sentence(), at));
    }

    private final class Numbering implements Work {
        private final Map<String, Long> numbers = new HashMap<>();

        @Override
        public Decision decide(Delivery delivery) {
            SubmitOrder order = (SubmitOrder) delivery.body();
            Runnable hook = order.instrument().equals("HOOK") ? HOOK.getAndSet(null) : null;
            if (hook != null) {
                hook.run();
            }
            if (order.instrument().equals("POISON")) {
                throw new IllegalStateException("cannot swallow " + order.clientOrderId());
            }
            long number = numbers.computeIfAbsent(order.account(), this::last) + 1;
            numbers.put(order.account(), number);
            jdbc.prepareStatement("insert into ledger.entry values (?, ?, ?)", statement -> {
                statement.setString(1, order.account());
                statement.setLong(2, number);
                statement.setString(3, order.clientOrderId());
                return statement.executeUpdate();
            });
            Numbered numbered = new Numbered(order.clientOrderId(), number);
            List<Emission> told = new ArrayList<>(List.of(
                    new Emission(
                            Subjects.orderFact("accepted", order.account(), order.clientOrderId()),
                            "order.accepted",
                            numbered),
                    new Emission(Subjects.inbox(order.user()), "order.updated", numbered)));
            String alerts = Subjects.alerts(order.user());
            switch (order.instrument()) {
                case "ALERT" -> told.add(new Emission(alerts, "order.updated", numbered));
                case "SETTLE" -> told.add(Emission.rollingUp(alerts, "order.updated", numbered));
                default -> {}
            }
            return Decision.of(order.instrument().equals("UNSPEAKABLE") ? "\0" : "numbered", told);
        }

        @Override
        public Decision conflict(Delivery delivery) {
            SubmitOrder order = (SubmitOrder) delivery.body();
            return Decision.of(
                    "conflict",
                    List.of(refusal(order.user(), order.clientOrderId(), RejectReason.DUPLICATE_ID, delivery.at())));
        }

        @Override
        public void save() {}

        private long last(String account) {
            return jdbc.prepareStatement(
                    "select coalesce(max(number), 0) from ledger.entry where account = ?", statement -> {
                        statement.setString(1, account);
                        try (ResultSet rows = statement.executeQuery()) {
                            rows.next();
                            return rows.getLong(1);
                        }
                    });
        }
    }

    static Numbered read(byte[] body) throws Wire.UndecodableException {
        return Wire.decode(body, Numbered.class);
    }
}
