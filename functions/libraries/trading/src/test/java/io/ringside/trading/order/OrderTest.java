package io.ringside.trading.order;

import static io.ringside.trading.order.OrderTrigger.ACCEPTED;
import static io.ringside.trading.order.OrderTrigger.AMEND_REFUSED;
import static io.ringside.trading.order.OrderTrigger.AMEND_REFUSED_AFTER_FILL;
import static io.ringside.trading.order.OrderTrigger.AMEND_REQUESTED;
import static io.ringside.trading.order.OrderTrigger.CANCELLED;
import static io.ringside.trading.order.OrderTrigger.CANCEL_REFUSED;
import static io.ringside.trading.order.OrderTrigger.CANCEL_REFUSED_AFTER_FILL;
import static io.ringside.trading.order.OrderTrigger.CANCEL_REFUSED_BEFORE_AMEND;
import static io.ringside.trading.order.OrderTrigger.CANCEL_REQUESTED;
import static io.ringside.trading.order.OrderTrigger.EXPIRED;
import static io.ringside.trading.order.OrderTrigger.LATE_FILLED;
import static io.ringside.trading.order.OrderTrigger.PARTLY_FILLED;
import static io.ringside.trading.order.OrderTrigger.REJECTED;
import static io.ringside.trading.order.OrderTrigger.REPLACED;
import static io.ringside.trading.order.OrderTrigger.REPLACED_AFTER_FILL;
import static io.ringside.trading.order.OrderTrigger.REPLACED_BY_WHAT_IS_FILLED;
import static io.ringside.trading.order.OrderTrigger.WHOLLY_FILLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.order.OrderLifecycle.Transition;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final OrderTerms TERMS = new OrderTerms(
            "o-1",
            "c-1",
            "ACC1",
            "alice",
            "TIN",
            Side.BUY,
            OrderType.LIMIT,
            TimeInForce.DAY,
            Quantity.of("4.0", 1),
            Price.of("100.00", 2),
            null,
            2);

    private final Set<Transition> exercised = new HashSet<>();

    @ParameterizedTest
    @MethodSource("io.ringside.trading.order.OrderLives#all")
    void livesAsTheTableSays(OrderLives.Life life) {
        Order order = begin(life.triggers().getFirst());
        for (OrderTrigger trigger : life.triggers().subList(1, life.triggers().size())) {
            Order next = after(order, trigger);
            exercised.add(new Transition(order.status(), trigger, next.status()));
            assertThat(next.version()).isEqualTo(order.version() + 1);
            assertInvariants(next);
            order = next;
        }
        OrderState state = order.state(null);
        assertThat(state.status()).isEqualTo(life.status());
        assertThat(state.filled()).isEqualTo(life.filled());
        assertThat(state.leaves()).isEqualTo(life.leaves());
        boolean waits = state.status() == OrderStatus.PENDING_REPLACE || state.status() == OrderStatus.PENDING_CANCEL;
        assertThat(state.pendingTerms() == null || waits).isTrue();
    }

    @AfterAll
    void everyTransitionOfTheTableWasExercised() {
        assertThat(exercised).containsAll(OrderLifecycle.transitions());
    }

    @Test
    void averagesFillsExactly() {
        Order order =
                Order.accepted(TERMS, NOON).filled(fill("1.0", "100.00"), NOON).filled(fill("2.0", "99.50"), NOON);
        assertThat(order.averagePrice().map(Price::text)).contains("99.6667");
        assertThat(order.filledValue().text()).isEqualTo("299.000");
        assertThat(Order.accepted(TERMS, NOON).averagePrice()).isEmpty();
    }

    @Test
    void tellsTheFillThatChangedIt() {
        Fill fill = fill("1.0", "99.50");
        OrderState state =
                Order.accepted(TERMS, NOON).filled(fill, NOON.plusSeconds(1)).state(fill);
        assertThat(state)
                .isEqualTo(new OrderState(
                        "o-1",
                        "c-1",
                        "ACC1",
                        "alice",
                        "TIN",
                        Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.DAY,
                        "4.0",
                        "100.00",
                        null,
                        OrderStatus.PARTIALLY_FILLED,
                        "1.0",
                        "3.0",
                        "99.5000",
                        "1.0",
                        "99.50",
                        "x-1.0",
                        null,
                        null,
                        null,
                        null,
                        null,
                        2,
                        NOON.plusSeconds(1)));
    }

    @Test
    void saysWhyItWasRejectedOrEnded() {
        OrderState rejected = Order.rejected(TERMS, RejectReason.NO_LIMIT, "none is set", NOON)
                .state(null);
        assertThat(rejected.reason()).isEqualTo("NO_LIMIT");
        assertThat(rejected.text()).isEqualTo("none is set");
        OrderState cancelled = Order.accepted(TERMS, NOON)
                .cancelRequested(new CancelRequest("c-2", "bob"), NOON)
                .cancelled("as asked", NOON)
                .state(null);
        assertThat(cancelled.cancelId()).isEqualTo("c-2");
        assertThat(cancelled.text()).isEqualTo("as asked");
    }

    @Test
    void standsOnItsOldTermsUntilTheVenueHasAnsweredAnAmend() {
        Order pending = Order.accepted(TERMS, NOON).amendRequested(amend("6.0", "101.00"), NOON);
        OrderState asked = pending.state(null);
        assertThat(asked.amendId()).isEqualTo("c-3");
        assertThat(asked.quantity()).isEqualTo("4.0");
        assertThat(asked.limitPrice()).isEqualTo("100.00");
        assertThat(asked.pendingTerms()).isEqualTo(new OrderState.PendingTerms("6.0", "101.00"));
        OrderState replaced = pending.replaced(terms("6.0", "101.00"), NOON).state(null);
        assertThat(replaced.amendId()).isEqualTo("c-3");
        assertThat(replaced.quantity()).isEqualTo("6.0");
        assertThat(replaced.limitPrice()).isEqualTo("101.00");
        assertThat(replaced.pendingTerms()).isNull();
        assertThat(replaced.clientOrderId()).isEqualTo("c-1");
    }

    @Test
    void refusesTermsThatAreLessThanWhatIsFilled() {
        Order order = Order.accepted(TERMS, NOON)
                .filled(fill("3.5", "100.00"), NOON)
                .amendRequested(amend("3.0", "100.00"), NOON);
        assertThatThrownBy(() -> order.replaced(terms("3.0", "100.00"), NOON))
                .hasMessage("an order with 3.5 filled cannot be one of 3.0");
    }

    @Test
    void refusesAFillThatDoesNotFit() {
        Order order = Order.accepted(TERMS, NOON).filled(fill("3.5", "100.00"), NOON);
        assertThatThrownBy(() -> order.filled(fill("1.0", "100.00"), NOON))
                .hasMessage("execution x-1.0 of 1.0 does not fit an order of 4.0 with 3.5 filled");
        assertThatThrownBy(() -> order.filled(fill("0.0", "100.00"), NOON)).isInstanceOf(IllegalStateException.class);
    }

    private Order begin(OrderTrigger trigger) {
        Order order = trigger == REJECTED
                ? Order.rejected(TERMS, RejectReason.ORDER_SIZE, "too large", NOON)
                : Order.accepted(TERMS, NOON);
        exercised.add(new Transition(OrderStatus.PENDING_NEW, trigger, order.status()));
        assertThat(order.version()).isEqualTo(1);
        assertInvariants(order);
        return order;
    }

    private static Order after(Order order, OrderTrigger trigger) {
        return switch (trigger) {
            case PARTLY_FILLED, LATE_FILLED -> order.filled(fill("1.0", "100.00"), NOON);
            case WHOLLY_FILLED -> order.filled(fill(order.leaves().text(), "100.00"), NOON);
            case CANCEL_REQUESTED -> order.cancelRequested(new CancelRequest("c-2", "bob"), NOON);
            case CANCELLED -> order.cancelled(null, NOON);
            case EXPIRED -> order.expired(null, null, NOON);
            case CANCEL_REFUSED, CANCEL_REFUSED_AFTER_FILL, CANCEL_REFUSED_BEFORE_AMEND -> order.cancelRefused(NOON);
            case AMEND_REQUESTED -> order.amendRequested(amend("6.0", "101.00"), NOON);
            case REPLACED, REPLACED_AFTER_FILL -> order.replaced(terms("6.0", "101.00"), NOON);
            case REPLACED_BY_WHAT_IS_FILLED ->
                order.replaced(terms(order.filled().text(), "100.00"), NOON);
            case AMEND_REFUSED, AMEND_REFUSED_AFTER_FILL -> order.amendRefused(NOON);
            case ACCEPTED, REJECTED -> throw new AssertionError("an order begins once");
        };
    }

    private static void assertInvariants(Order order) {
        if (order.isFinal()) {
            assertThat(order.leaves().isZero()).isTrue();
        } else {
            assertThat(order.filled().plus(order.leaves()))
                    .isEqualTo(order.terms().quantity());
        }
    }

    private static AmendRequest amend(String quantity, String price) {
        return new AmendRequest("c-3", "bob", terms(quantity, price));
    }

    private static AmendRequest.Terms terms(String quantity, String price) {
        return new AmendRequest.Terms(Quantity.of(quantity, 1), Price.of(price, 2));
    }

    private static Fill fill(String quantity, String price) {
        return new Fill("x-" + quantity, Quantity.of(quantity, 1), Price.of(price, 2));
    }
}
