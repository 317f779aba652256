package io.ringside.ordersubmit.desk;

import static io.ringside.ordersubmit.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import io.ringside.ordersubmit.Orders;
import io.ringside.runtime.Decision;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.order.AmendRequest;
import io.ringside.trading.order.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Random days of orders: the same input gives the same bytes, and the state is what was told last. */
class OrderReplayTest {
    private static final InstrumentTable INSTRUMENTS = InstrumentTable.of(List.of(Instruments.TIN));
    private static final AmendAdmission ADMISSION = new AmendAdmission(INSTRUMENTS);
    private static final int DAYS = 200;
    private static final int MESSAGES = 60;

    @Test
    void givesTheSameBytesForTheSameInput() {
        for (long seed = 0; seed < DAYS; seed++) {
            Day first = new Day(seed, MESSAGES);
            Day inSmallBatches = new Day(seed, 3);
            assertThat(first.bytes.compareTo(inSmallBatches.bytes)).isZero();
            assertThat(first.orders).isEqualTo(inSmallBatches.orders);
        }
    }

    @Test
    void keepsOrdersAsTheyWereToldLastAndCountsEveryVersion() {
        for (long seed = 0; seed < DAYS; seed++) {
            Day day = new Day(seed, 7);
            Map<String, OrderState> told = new HashMap<>();
            for (OrderState state : day.told) {
                OrderState before = told.put(state.orderId(), state);
                assertThat(state.version()).isEqualTo(before == null ? 1 : before.version() + 1);
            }
            for (Order order : day.orders.values()) {
                OrderState last = Objects.requireNonNull(told.get(order.terms().orderId()));
                assertThat(order.status()).isEqualTo(last.status());
                assertThat(order.filled().text()).isEqualTo(last.filled());
                assertThat(order.terms().quantity().text()).isEqualTo(last.quantity());
                assertThat(order.leaves().text()).isEqualTo(last.leaves());
                assertThat(order.filled().isAbove(order.terms().quantity())).isFalse();
                assertThat(order.filled()).isEqualTo(day.fills.getOrDefault(last.orderId(), Quantity.zero(1)));
            }
        }
    }

    /** One run of random messages, worked off in batches. */
    private static final class Day {
        final StringBuilder bytes = new StringBuilder();
        final List<OrderState> told = new ArrayList<>();
        final Map<CommandKey, Order> orders = new HashMap<>();
        final Map<String, Quantity> fills = new HashMap<>();
        private final RandomGenerator random;
        private OrderTable table = new OrderTable(Map.of());
        private OrderDesk desk = new OrderDesk(INSTRUMENTS, table);
        private AmendDesk amends = new AmendDesk(INSTRUMENTS, table);
        private VenueAnswers venue = new VenueAnswers(INSTRUMENTS, table);
        private int ids;

        Day(long seed, int batch) {
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            for (int done = 0; done < MESSAGES; done += batch) {
                table = new OrderTable(orders);
                desk = new OrderDesk(INSTRUMENTS, table);
                amends = new AmendDesk(INSTRUMENTS, table);
                venue = new VenueAnswers(INSTRUMENTS, table);
                for (int i = done; i < Math.min(done + batch, MESSAGES); i++) {
                    tell(step());
                    table.changed().forEach(order -> orders.put(key(order), order));
                }
            }
        }

        private Decision step() {
            List<Order> all = orders.values().stream()
                    .sorted(Comparator.comparing(order -> order.terms().orderId()))
                    .toList();
            int kind = random.nextInt(8);
            if (all.isEmpty() || kind < 2) {
                return submit();
            }
            Order order = all.get(random.nextInt(all.size()));
            String id = order.terms().clientOrderId();
            if (kind == 2 || order.isFinal()) {
                return desk.cancel(new CancelOrder("cancel-" + ids++, id, "ACC1", "alice"), NOON);
            }
            if (order.pendingTerms().isPresent() && random.nextBoolean()) {
                return answered(order);
            }
            return switch (kind) {
                case 3 -> end(order);
                case 4, 5 -> amend(order);
                default -> fill(order);
            };
        }

        private Decision submit() {
            String id = "c-" + ids++;
            String quantity = random.nextInt(8) == 0 ? "0.3" : String.valueOf(random.nextInt(1, 9));
            SubmitOrder order = AnOrder.in(
                            "TIN",
                            "SELL "
                                    + (random.nextBoolean()
                                            ? "IOC " + quantity + " MARKET"
                                            : "GTC " + quantity + " @ 99"))
                    .named("", id)
                    .submit();
            boolean answered = random.nextInt(8) > 0;
            return desk.submit(order, answered ? Orders.approved(id) : Optional.empty(), "o-" + id, NOON);
        }

        private Decision amend(Order order) {
            String id = "amend-" + ids++;
            String quantity = String.valueOf(random.nextInt(1, 12));
            String price = random.nextInt(3) == 0 ? null : random.nextInt(1, 200) + ".50";
            AmendOrder amend = new AmendOrder(id, order.terms().clientOrderId(), "ACC1", "bob", quantity, price);
            if (!(ADMISSION.admit(order.terms(), amend) instanceof AmendAdmission.Admission.Admitted admitted)) {
                return amends.amend(amend, RiskAnswer.NOT_ASKED, NOON);
            }
            ReserveRisk.Request request = new ReserveRisk.Request(
                    "ACC1",
                    id,
                    "bob",
                    "TIN",
                    order.terms().side(),
                    OrderType.LIMIT,
                    admitted.terms().quantity().text(),
                    admitted.terms().limitPrice().text(),
                    null,
                    new ReserveRisk.Amended(
                            order.terms().clientOrderId(),
                            order.terms().quantity().text()));
            boolean answered = random.nextInt(8) > 0;
            return amends.amend(
                    amend, new RiskAnswer(request, answered ? Orders.approved(id) : Optional.empty()), NOON);
        }

        /** What a venue says of an amend: it sees every fill that was told before. */
        private Decision answered(Order order) {
            AmendRequest amend = Objects.requireNonNull(order.amend());
            AmendRequest.Terms asked = order.pendingTerms().orElseThrow();
            AnAmend told = new AnAmend(
                    known(order),
                    amend.clientOrderId(),
                    asked.quantity().text(),
                    asked.limitPrice().text());
            if (random.nextInt(4) == 0) {
                return venue.amendRefused(told.refusedByVenue("TOO_LATE_TO_AMEND"), NOON);
            }
            Quantity now = order.filled().isAbove(asked.quantity()) ? order.filled() : asked.quantity();
            return venue.replaced(told.replaced(now.text()), NOON);
        }

        private Decision end(Order order) {
            Ending ending = Ending.values()[random.nextInt(Ending.values().length)];
            boolean pending = order.status() == OrderStatus.PENDING_CANCEL;
            Ending possible = ending == Ending.CANCEL_REFUSED && !pending ? Ending.EXPIRED : ending;
            return venue.ended(known(order).end(possible, order.state(null).cancelId(), null), NOON);
        }

        private Decision fill(Order order) {
            long most = order.leaves().unscaled() / 5;
            Quantity quantity = new Quantity(5 * random.nextLong(1, most + 1), 1);
            fills.merge(order.terms().orderId(), quantity, Quantity::plus);
            String price = random.nextInt(1, 200) + ".50";
            return venue.traded(known(order).trade("x-" + ids++, quantity.text(), price), NOON);
        }

        private static CommandKey key(Order order) {
            return new CommandKey(order.terms().account(), order.terms().clientOrderId());
        }

        private static AnOrder known(Order order) {
            return AnOrder.in("TIN", "SELL IOC 1 MARKET")
                    .named(order.terms().orderId(), order.terms().clientOrderId());
        }

        private void tell(Decision decision) {
            decision.emissions().forEach(emission -> {
                bytes.append(emission.subject())
                        .append(new String(Wire.encode(emission.body()), StandardCharsets.UTF_8));
                if (emission.subject().startsWith("evt.") && emission.body() instanceof OrderState state) {
                    told.add(state);
                }
            });
        }
    }
}
