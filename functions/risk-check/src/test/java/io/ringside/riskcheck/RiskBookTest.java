package io.ringside.riskcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.ReserveRisk.Request;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.riskcheck.Reservation.Id;
import io.ringside.riskcheck.RiskBook.Key;
import io.ringside.riskcheck.RiskBook.Line;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Money;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.risk.Exposure;
import io.ringside.trading.risk.RiskLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RiskBookTest {
    private static final Instant NOON = AnOrder.NOON;
    private static final Key KEY = new Key("ACC1", "TIN");
    private static final Quantity MOST = Quantity.of("50", 0);
    private static final Instrument TIN = Instruments.metal("TIN", Price.of("0.01", 2), Quantity.of("1", 0), 1);
    private static final TopOfBook BOOK = new TopOfBook(
            "TIN",
            new TopOfBook.Level(Price.of("99.00", 2), MOST),
            new TopOfBook.Level(Price.of("100.00", 2), MOST),
            1,
            false,
            NOON);

    @Test
    void holdsWhatIsReservedAndNeverLetsAnExposureOverItsLimit() {
        for (long seed = 0; seed < 300; seed++) {
            runOneDay(seed);
        }
    }

    @Test
    void givesTheSameVerdictsForTheSameDay() {
        assertThat(runOneDay(7)).isEqualTo(runOneDay(7));
    }

    @Test
    void usesNoMoreThanWasReserved() {
        RiskBook book = book(Exposure.none(0), Map.of());
        book.reserve(request("c-1", Side.BUY, "5"), id -> BOOK, NOON);
        assertThat(book.convert(trade("c-1", Side.BUY, "7"))).isEqualTo("traded-above-reserved");
        assertThat(book.moved().get(KEY)).isEqualTo(new Exposure(Quantity.of("7", 0), zero(), zero()));
        assertThat(book.convert(trade("c-9", Side.BUY, "1"))).isEqualTo("traded-unreserved");
    }

    @Test
    void writesNothingWhenNothingChanged() {
        RiskBook book = book(Exposure.none(0), Map.of());
        assertThat(book.isUnchanged()).isTrue();
        book.reserve(request("c-1", Side.BUY, "51"), id -> BOOK, NOON);
        assertThat(book.moved()).isEmpty();
        assertThat(book.added()).hasSize(1);
        assertThat(release(book, ended("c-1", Side.BUY))).isEqualTo("nothing-held");
        assertThat(book.changed()).isEmpty();
    }

    @Test
    void letsGoOfAReservationWhicheverOrderIdEndsIt() {
        RiskBook book = book(Exposure.none(0), Map.of());
        book.reserve(request("c-1", Side.BUY, "5"), id -> BOOK, NOON);
        OrderState rejected = order("c-1", Side.BUY).named("o-another", "c-1").ended(OrderStatus.REJECTED);

        assertThat(release(book, rejected)).isEqualTo("released");
        assertThat(book.moved().get(KEY)).isEqualTo(Exposure.none(0));
        assertThat(release(book, rejected)).isEqualTo("nothing-held");
    }

    @Test
    void aRequestThatReplacesAnotherIsMeasuredWithoutItAndBothCountUntilOneIsGivenBack() {
        RiskBook book = book(Exposure.none(0), Map.of());
        book.reserve(request("q-1", Side.BUY, "50"), id -> BOOK, NOON);

        Verdict verdict = book.reserve(replacing("q-2", "50", "q-1"), id -> BOOK, NOON);

        assertThat(verdict.approved()).isTrue();
        assertThat(book.moved().get(KEY)).isEqualTo(new Exposure(zero(), Quantity.of("100", 0), zero()));
        assertThat(book.reserve(request("c-1", Side.BUY, "1"), id -> BOOK, NOON).approved())
                .isFalse();
        assertThat(book.release(new Id("ACC1", "q-1"), "TIN", Side.BUY)).isEqualTo("released");
        assertThat(book.moved().get(KEY)).isEqualTo(new Exposure(zero(), Quantity.of("50", 0), zero()));
    }

    @Test
    void whatItWouldReplaceStaysIfItIsRefused() {
        RiskBook book = book(Exposure.none(0), Map.of());
        book.reserve(request("q-1", Side.BUY, "50"), id -> BOOK, NOON);

        assertThat(book.reserve(replacing("q-2", "51", "q-1"), id -> BOOK, NOON).approved())
                .isFalse();

        assertThat(book.moved().get(KEY)).isEqualTo(new Exposure(zero(), Quantity.of("50", 0), zero()));
        assertThat(book.release(new Id("ACC1", "q-1"), "TIN", Side.BUY)).isEqualTo("released");
    }

    @Test
    void toReplaceWhatIsNotHeldIsToReserveAnew() {
        RiskBook book = book(Exposure.none(0), Map.of());

        assertThat(book.reserve(replacing("q-2", "50", "q-1"), id -> BOOK, NOON).approved())
                .isTrue();

        assertThat(book.moved().get(KEY)).isEqualTo(new Exposure(zero(), Quantity.of("50", 0), zero()));
    }

    @Test
    void failsOnALineThatWasNotLocked() {
        RiskBook book = new RiskBook(InstrumentTable.of(List.of(TIN)), Map.of(), Map.of());
        assertThatThrownBy(() -> book.convert(trade("c-1", Side.BUY, "1"))).hasMessageContaining("was not loaded");
    }

    /** Random requests, trades and endings; the invariants hold after each. Gives the verdicts. */
    private static List<Verdict> runOneDay(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        RiskBook book = book(Exposure.none(0), Map.of());
        List<Open> open = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        long net = 0;
        for (int step = 0; step < 120; step++) {
            int kind = open.isEmpty() ? 0 : random.nextInt(4);
            if (kind < 2) {
                Open order = new Open("c-" + step, random.nextBoolean() ? Side.BUY : Side.SELL, random.nextLong(1, 30));
                Verdict verdict = book.reserve(request(order.id, order.side, order.left()), any -> BOOK, NOON);
                verdicts.add(verdict);
                if (verdict.approved()) {
                    open.add(order);
                }
            } else {
                Open order = open.remove(random.nextInt(open.size()));
                long part = kind == 2 ? random.nextLong(1, order.quantity + 1) : 0;
                net += order.side == Side.BUY ? part : -part;
                if (part == 0) {
                    assertThat(release(book, ended(order.id, order.side))).isEqualTo("released");
                } else {
                    assertThat(book.convert(trade(order.id, order.side, Long.toString(part))))
                            .isEqualTo("converted");
                }
                if (part > 0 && part < order.quantity) {
                    open.add(new Open(order.id, order.side, order.quantity - part));
                }
            }
            check(book.moved().getOrDefault(KEY, Exposure.none(0)), open, net);
        }
        return verdicts;
    }

    /** An order that still counts. */
    private record Open(String id, Side side, long quantity) {
        String left() {
            return Long.toString(quantity);
        }
    }

    private static void check(Exposure exposure, List<Open> open, long net) {
        long buys = sum(open, Side.BUY);
        long sells = sum(open, Side.SELL);
        assertThat(exposure)
                .isEqualTo(new Exposure(new Quantity(net, 0), new Quantity(buys, 0), new Quantity(sells, 0)));
        assertThat(net + buys).isLessThanOrEqualTo(MOST.unscaled());
        assertThat(sells - net).isLessThanOrEqualTo(MOST.unscaled());
    }

    private static long sum(List<Open> open, Side side) {
        return open.stream()
                .filter(order -> order.side == side)
                .mapToLong(Open::quantity)
                .sum();
    }

    private static RiskBook book(Exposure exposure, Map<Reservation.Id, Reservation> known) {
        RiskLimit limit =
                new RiskLimit(MOST, Money.of("1000000", "USD", 2), MOST, 100, Duration.ofSeconds(2), false, 1);
        return new RiskBook(InstrumentTable.of(List.of(TIN)), Map.of(KEY, new Line(exposure, limit)), known);
    }

    private static String release(RiskBook book, OrderState order) {
        return book.release(new Id(order.account(), order.clientOrderId()), order.instrument(), order.side());
    }

    private static Request replacing(String id, String quantity, String replaced) {
        return new Request("ACC1", id, "alice", "TIN", Side.BUY, OrderType.MARKET, quantity, null, replaced, null);
    }

    private static Request request(String id, Side side, String quantity) {
        return new Request("ACC1", id, "alice", "TIN", side, OrderType.MARKET, quantity, null, null, null);
    }

    private static TradeBooked trade(String id, Side side, String quantity) {
        return order(id, side).trade("x-" + id, quantity, "100.00");
    }

    private static OrderState ended(String id, Side side) {
        return order(id, side).ended(OrderStatus.EXPIRED);
    }

    private static AnOrder order(String id, Side side) {
        return AnOrder.in("TIN", side + " IOC 1 MARKET").named("o-" + id, id);
    }

    private static Quantity zero() {
        return Quantity.zero(0);
    }
}
