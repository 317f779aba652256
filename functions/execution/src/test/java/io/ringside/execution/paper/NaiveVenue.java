package io.ringside.execution.paper;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.execution.book.WorkingOrder;
import io.ringside.trading.market.TopOfBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The venue's rules once more, as plainly as they can be written: looks at every order each time. */
final class NaiveVenue {
    private static final BigDecimal STEP = new BigDecimal("0.5");

    private final List<Order> orders = new ArrayList<>();
    private final Map<String, BigDecimal> taken = new HashMap<>();
    private long newest = Long.MIN_VALUE;

    /** An order under way. */
    static final class Order {
        final String id;
        final Side side;
        final TimeInForce force;
        final Instant end;

        @Nullable
        BigDecimal limit;

        BigDecimal quantity;
        BigDecimal leaves;

        Order(String id, Side side, TimeInForce force, BigDecimal quantity, @Nullable BigDecimal limit, Instant end) {
            this.id = id;
            this.side = side;
            this.force = force;
            this.quantity = quantity;
            this.leaves = quantity;
            this.limit = limit;
            this.end = end;
        }

        static Order of(WorkingOrder order) {
            return new Order(
                    order.ticket().orderId(),
                    order.side(),
                    order.timeInForce(),
                    new BigDecimal(order.quantity().text()),
                    order.limit() == null ? null : new BigDecimal(order.limit().text()),
                    order.expiresAt() == null ? Instant.MAX : order.expiresAt());
        }

        private boolean accepts(BigDecimal price) {
            int over = limit == null ? 0 : price.compareTo(limit);
            return limit == null || (side == Side.BUY ? over <= 0 : over >= 0);
        }

        private boolean goesBefore(Order other) {
            if (limit == null || other.limit == null) {
                return limit == null && other.limit != null;
            }
            return side == Side.BUY ? limit.compareTo(other.limit) > 0 : limit.compareTo(other.limit) < 0;
        }
    }

    /** The top of a book in numbers; an absent side has size zero. */
    record Top(long sequence, BigDecimal bid, BigDecimal bidSize, BigDecimal ask, BigDecimal askSize) {}

    static @Nullable Top top(@Nullable TopOfBook top) {
        if (top == null) {
            return null;
        }
        Optional<TopOfBook.Level> bid = top.against(Side.SELL);
        Optional<TopOfBook.Level> ask = top.against(Side.BUY);
        return new Top(top.sequence(), price(bid), size(bid), price(ask), size(ask));
    }

    List<String> enter(Order order, @Nullable Top top, Instant now) {
        orders.add(order);
        List<String> facts = new ArrayList<>(match(top, now));
        boolean immediate = order.force == TimeInForce.IOC || order.force == TimeInForce.FOK;
        if (immediate && orders.remove(order)) {
            boolean unpriced = top == null || top.sequence() < newest;
            facts.add(order.id + " expired " + text(order.leaves) + (unpriced ? " STALE_PRICE" : ""));
        }
        return facts;
    }

    List<String> pull(String id) {
        Order order = orders.stream().filter(o -> o.id.equals(id)).findFirst().orElseThrow();
        orders.remove(order);
        return List.of(id + " cancelled " + text(order.leaves));
    }

    /** To other terms: what is executed stays, and so does its place if it only becomes less. */
    List<String> amend(String id, BigDecimal quantity, BigDecimal price, @Nullable Top top, Instant now) {
        Order order = orders.stream().filter(o -> o.id.equals(id)).findFirst().orElseThrow();
        if (!order.end.isAfter(now)) {
            return List.of(dayEnded(order));
        }
        BigDecimal executed = order.quantity.subtract(order.leaves);
        if (order.quantity.compareTo(quantity) < 0 || !price.equals(order.limit)) {
            orders.remove(order);
            orders.add(order);
        }
        order.quantity = quantity.max(executed);
        order.leaves = order.quantity.subtract(executed);
        order.limit = price;
        if (order.leaves.signum() == 0) {
            orders.remove(order);
        }
        List<String> facts = new ArrayList<>();
        facts.add(id + " becomes " + text(order.quantity) + " @ " + price + " left " + text(order.leaves));
        facts.addAll(match(top, now));
        return facts;
    }

    boolean isLimited(String id) {
        return orders.stream().anyMatch(order -> order.id.equals(id) && order.limit != null);
    }

    boolean works(String id) {
        return orders.stream().anyMatch(order -> order.id.equals(id));
    }

    List<String> close(Instant now) {
        List<Order> over = orders.stream()
                .filter(order -> !order.end.isAfter(now))
                .sorted(Comparator.comparing(order -> order.end)) // Keeps the order of arrival.
                .toList();
        return over.stream().map(this::dayEnded).toList();
    }

    private String dayEnded(Order order) {
        orders.remove(order);
        return order.id + " expired " + text(order.leaves)
                + (order.force == TimeInForce.GTD ? " EXPIRY_REACHED" : " DAY_ENDED");
    }

    List<String> match(@Nullable Top top, Instant now) {
        if (top == null || top.sequence() < newest) {
            return List.of();
        }
        newest = top.sequence();
        List<String> facts = new ArrayList<>();
        serve(Side.BUY, top.ask(), top.askSize(), top.sequence(), now, facts);
        serve(Side.SELL, top.bid(), top.bidSize(), top.sequence(), now, facts);
        return facts;
    }

    private void serve(Side side, BigDecimal price, BigDecimal size, long sequence, Instant now, List<String> facts) {
        String key = side + "/" + sequence;
        while (true) {
            BigDecimal gone = taken.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal left = size.subtract(gone).divideToIntegralValue(STEP).multiply(STEP);
            Order first = null;
            for (Order order : orders) {
                boolean candidate = order.side == side && order.accepts(price);
                if (candidate && (first == null || order.goesBefore(first))) {
                    first = order;
                }
            }
            if (first == null || left.signum() <= 0) {
                return;
            }
            if (!first.end.isAfter(now)) {
                facts.add(dayEnded(first));
                continue;
            }
            if (first.force == TimeInForce.FOK && first.leaves.compareTo(left) > 0) {
                orders.remove(first);
                facts.add(first.id + " expired " + text(first.leaves));
                continue;
            }
            BigDecimal executed = left.min(first.leaves);
            taken.put(key, gone.add(executed));
            first.leaves = first.leaves.subtract(executed);
            facts.add(first.id + " " + text(executed) + "@" + price.toPlainString());
            if (first.leaves.signum() == 0) {
                orders.remove(first);
            }
        }
    }

    private static BigDecimal price(Optional<TopOfBook.Level> level) {
        return level.map(present -> new BigDecimal(present.price().text())).orElse(BigDecimal.ONE);
    }

    private static BigDecimal size(Optional<TopOfBook.Level> level) {
        return level.map(present -> new BigDecimal(present.size().text())).orElse(BigDecimal.ZERO);
    }

    private static String text(BigDecimal quantity) {
        return quantity.setScale(1).toPlainString().replace(".0", "");
    }
}
