package io.ringside.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Eventually;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated trading of several accounts through router, venue and watcher, without waiting: what must hold
 * afterwards.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExecutionPropertiesTest {
    private static final int ORDERS = 120;
    private static final int MID = 100;

    private ExecutionFloor floor;

    @BeforeAll
    void start() {
        floor = new ExecutionFloor("P1", "P2");
    }

    @AfterAll
    void stop() {
        floor.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void fillsNothingTwiceNothingWorseAndNothingThatWasNotDisplayed(int seed) {
        Trading trading = new Trading("P" + seed, new Random(seed));
        for (int i = 0; i < ORDERS; i++) {
            trading.next();
        }
        trading.settle();
        trading.mustHold();
    }

    /** What one generated session told, and what it led to. */
    private final class Trading {
        private final String instrument;
        private final Random random;
        private final List<AnOrder> orders = new ArrayList<>();
        private final List<AnOrder> cancelled = new ArrayList<>();
        private final Map<Long, int[]> quotes = new HashMap<>();
        private long sequence;

        Trading(String instrument, Random random) {
            this.instrument = instrument;
            this.random = random;
        }

        void next() {
            if (sequence == 0 || random.nextInt(3) == 0) {
                quote();
            }
            String price = random.nextInt(4) == 0 ? "MARKET" : "@ " + (MID - 3 + random.nextInt(7));
            String side = random.nextBoolean() ? "BUY" : "SELL";
            String time = random.nextInt(3) == 0 ? "IOC" : "DAY";
            int lots = 1 + random.nextInt(9);
            AnOrder order = ExecutionFloor.order(instrument, String.join(" ", side, time, lots + ".0", price))
                    .of("ACC" + random.nextInt(4));
            orders.add(order);
            floor.accepted(order);
            if (random.nextInt(4) == 0) {
                AnOrder victim = orders.get(random.nextInt(orders.size()));
                if (!cancelled.contains(victim)) {
                    cancelled.add(victim);
                    floor.cancelRequested(victim, "x-" + victim.orderId());
                }
            }
        }

        private void quote() {
            int mid = MID - 3 + random.nextInt(7);
            int[] top = {mid - 1, 1 + random.nextInt(12), mid, 1 + random.nextInt(12)};
            quotes.put(++sequence, top);
            floor.quote(instrument, sequence + ": " + top[0] + " x " + top[1] + " / " + top[2] + " x " + top[3]);
        }

        /** Until each order is at the venue, each cancel is answered and each fill is told. */
        void settle() {
            Eventually.holds("all orders are entered", () -> count("true") == orders.size());
            Eventually.holds("all cancels are answered", () -> cancelled.stream()
                    .allMatch(order -> floor.told(order).stream().anyMatch(told -> told.startsWith("CANCEL"))));
            Eventually.holds("what was executed is told", () -> executed().compareTo(sum(trades())) == 0);
        }

        void mustHold() {
            Map<String, BigDecimal> byOrder = new HashMap<>();
            Map<String, BigDecimal> byQuote = new HashMap<>();
            for (TradeBooked trade : trades()) {
                AnOrder order = order(trade.orderId());
                int[] top = quotes.getOrDefault(Objects.requireNonNull(trade.quoteSequence()), new int[4]);
                boolean buy = trade.side() == Side.BUY;
                BigDecimal quantity = new BigDecimal(trade.quantity());
                BigDecimal price = new BigDecimal(trade.price());
                assertThat(price).isEqualByComparingTo(BigDecimal.valueOf(buy ? top[2] : top[0]));
                if (order.limitPrice() != null) {
                    int over = price.compareTo(new BigDecimal(order.limitPrice()));
                    assertThat(buy ? over : -over).isLessThanOrEqualTo(0);
                }
                assertThat(byOrder.merge(trade.orderId(), quantity, BigDecimal::add))
                        .isLessThanOrEqualTo(new BigDecimal(order.quantity()));
                assertThat(byQuote.merge(trade.quoteSequence() + "/" + trade.side(), quantity, BigDecimal::add))
                        .isLessThanOrEqualTo(BigDecimal.valueOf(buy ? top[3] : top[1]));
            }
            assertThat(trades()).extracting(TradeBooked::executionId).doesNotHaveDuplicates();
            assertThat(count("time_in_force = 'IOC' and state = 'WORKING'")).isZero();
            for (AnOrder order : cancelled) {
                assertThat(floor.told(order))
                        .filteredOn(told -> told.startsWith("CANCEL"))
                        .hasSize(1);
            }
        }

        private AnOrder order(String id) {
            return orders.stream()
                    .filter(order -> order.orderId().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private List<TradeBooked> trades() {
            return floor.trades().stream()
                    .filter(trade -> trade.instrument().equals(instrument))
                    .toList();
        }

        private long count(String condition) {
            return floor.database.number("select count(*) from venue.working_order where instrument = '" + instrument
                    + "' and " + condition);
        }

        private BigDecimal executed() {
            return new BigDecimal(floor.database
                    .rows("select sum(quantity - leaves) from venue.working_order where instrument = '" + instrument
                            + "'")
                    .getFirst());
        }

        private static BigDecimal sum(List<TradeBooked> trades) {
            return trades.stream()
                    .map(trade -> new BigDecimal(trade.quantity()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
