package io.ringside.riskcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.ReserveRisk;
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
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is reserved for an order while it gets other terms, however its trades come between. */
class AmendedReservationTest {
    private static final Instant NOON = AnOrder.NOON;
    private static final Key KEY = new Key("ACC1", "TIN");
    private static final Quantity MOST = Quantity.of("50", 0);
    private static final Instrument TIN = Instruments.metal("TIN", Price.of("0.01", 2), Quantity.of("1", 0), 1);
    private static final TopOfBook.Level LEVEL = new TopOfBook.Level(Price.of("100.00", 2), MOST);
    private static final TopOfBook BOOK = new TopOfBook("TIN", LEVEL, LEVEL, 1, false, NOON);
    private static final Id ORDER = new Id("ACC1", "c-1");
    private static final Id AMEND = new Id("ACC1", "a-1");

    private final RiskBook book = book();

    @Test
    void reservesOnlyWhatItWouldBeMoreAndMeasuresItAsIfItWereNew() {
        enter("30");
        trade("10");

        assertThat(amend("a-0", "51", "30").reason()).isEqualTo("ORDER_SIZE");
        assertThat(amend("a-1", "50", "30").approved()).isTrue();

        assertThat(exposure()).isEqualTo(exposure(10, 40));
        assertThat(book.replaced(ORDER, "50", AMEND)).isEqualTo("replaced");
        assertThat(exposure()).isEqualTo(exposure(10, 40));
        assertThat(book.release(ORDER, "TIN", Side.BUY)).isEqualTo("released");
        assertThat(exposure()).isEqualTo(exposure(10, 0));
    }

    @Test
    void countsOtherOrdersOfTheAccountToo() {
        enter("30");
        book.reserve(request("c-2", "15", null), any -> BOOK, NOON);

        assertThat(amend("a-1", "36", "30").reason()).isEqualTo("NET_POSITION");
        assertThat(amend("a-2", "35", "30").approved()).isTrue();
    }

    @Test
    void givesBackWhatWasReservedForAnAmendThatTheVenueRefused() {
        enter("30");
        amend("a-1", "40", "30");

        assertThat(book.release(AMEND)).isEqualTo("released");
        assertThat(exposure()).isEqualTo(exposure(0, 30));
        assertThat(book.release(AMEND)).isEqualTo("nothing-held");
    }

    @Test
    void reservesNothingForAWorsePriceAloneAndLessOfItWithTheNewTerms() {
        enter("30");
        assertThat(amend("a-1", "20", "30").approved()).isTrue();
        assertThat(exposure()).isEqualTo(exposure(0, 30));

        trade("5");
        book.replaced(ORDER, "20", AMEND);
        assertThat(exposure()).isEqualTo(exposure(5, 15));
    }

    @Test
    void countsATradeOnTheNewTermsThatIsToldBeforeThem() {
        enter("30");
        amend("a-1", "40", "30");
        trade("35");
        assertThat(exposure()).isEqualTo(exposure(35, 10));

        book.replaced(ORDER, "40", AMEND);
        assertThat(exposure()).isEqualTo(exposure(35, 5));
        trade("5");
        assertThat(exposure()).isEqualTo(exposure(40, 0));
    }

    @Test
    void refusesToAmendWhatIsHeldNoMore() {
        enter("30");
        book.release(ORDER, "TIN", Side.BUY);

        assertThat(amend("a-1", "40", "30").reason()).isEqualTo("RESERVATION_RELEASED");
        assertThat(book.replaced(ORDER, "40", AMEND)).isEqualTo("nothing-held");
        assertThat(exposure()).isEqualTo(exposure(0, 0));
    }

    /** A fact of the second amend comes before the risk check has heard what became of the first. */
    @Test
    void knowsFromWhoAsksHowMuchMoreASecondAmendIs() {
        enter("30");
        assertThat(amend("a-1", "10", "30").approved()).isTrue();
        assertThat(amend("a-2", "25", "10").approved()).isTrue();
        assertThat(exposure()).isEqualTo(exposure(0, 45));

        book.replaced(ORDER, "10", AMEND);
        assertThat(exposure()).isEqualTo(exposure(0, 25));
        book.replaced(ORDER, "25", new Id("ACC1", "a-2"));
        assertThat(exposure()).isEqualTo(exposure(0, 25));
    }

    /** Amends and trades in any order: what counts is never less than what the order may still do. */
    @Test
    void neverCountsLessThanIsOpenAndExactlyThatAtTheEnd() {
        for (long seed = 0; seed < 300; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            RiskBook day = book();
            long quantity = random.nextLong(1, 30);
            day.reserve(request("c-1", Long.toString(quantity), null), any -> BOOK, NOON);
            long filled = 0;
            for (int step = 0; step < 20 && filled < quantity; step++) {
                Id amend = new Id("ACC1", "a-" + step);
                long other = random.nextLong(1, 51);
                boolean approved = other <= quantity
                        || amend(day, amend.clientOrderId(), other, quantity).approved();
                boolean done = approved && other > filled && random.nextInt(3) > 0;
                long most = done ? Math.max(quantity, other) : quantity;
                List<Long> trades = new ArrayList<>();
                for (long left = Math.min(most, done ? other : quantity) - filled; left > 0 && random.nextBoolean(); ) {
                    long part = random.nextLong(1, left + 1);
                    trades.add(part);
                    left -= part;
                }
                for (long part : trades) {
                    day.convert(tradeOf(Long.toString(part)));
                    filled += part;
                    assertThat(reserved(day)).isGreaterThanOrEqualTo((done ? other : quantity) - filled);
                }
                if (done) {
                    day.replaced(ORDER, Long.toString(other), amend);
                    quantity = other;
                } else {
                    day.release(amend);
                }
                assertThat(reserved(day)).isEqualTo(quantity - filled);
            }
            day.release(ORDER, "TIN", Side.BUY);
            assertThat(reserved(day)).isZero();
        }
    }

    private static long reserved(RiskBook book) {
        return Objects.requireNonNull(book.moved().get(KEY)).reservedBuy().unscaled();
    }

    private void enter(String quantity) {
        assertThat(book.reserve(request("c-1", quantity, null), any -> BOOK, NOON)
                        .approved())
                .isTrue();
    }

    private void trade(String quantity) {
        book.convert(tradeOf(quantity));
    }

    private static TradeBooked tradeOf(String quantity) {
        return AnOrder.in("TIN", "BUY GTC 30 @ 100").trade("x", quantity, "100.00");
    }

    private Verdict amend(String id, String quantity, String before) {
        return book.reserve(request(id, quantity, new ReserveRisk.Amended("c-1", before)), any -> BOOK, NOON);
    }

    private static Verdict amend(RiskBook book, String id, long quantity, long before) {
        ReserveRisk.Amended amended = new ReserveRisk.Amended("c-1", Long.toString(before));
        return book.reserve(request(id, Long.toString(quantity), amended), any -> BOOK, NOON);
    }

    private static Request request(String id, String quantity, ReserveRisk.@Nullable Amended amends) {
        return new Request("ACC1", id, "alice", "TIN", Side.BUY, OrderType.LIMIT, quantity, "100.00", null, amends);
    }

    private Exposure exposure() {
        return Objects.requireNonNull(book.moved().get(KEY));
    }

    private static Exposure exposure(long net, long buys) {
        return new Exposure(new Quantity(net, 0), new Quantity(buys, 0), Quantity.zero(0));
    }

    private static RiskBook book() {
        RiskLimit limit =
                new RiskLimit(MOST, Money.of("1000000", "USD", 2), MOST, 100, Duration.ofSeconds(2), false, 1);
        return new RiskBook(InstrumentTable.of(List.of(TIN)), Map.of(KEY, new Line(Exposure.none(0), limit)), Map.of());
    }
}
