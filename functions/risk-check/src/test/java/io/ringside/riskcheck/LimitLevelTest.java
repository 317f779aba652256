package io.ringside.riskcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.contracts.risk.ReserveRisk.Request;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which reservations say that a limit of 100 is used to another level. */
class LimitLevelTest {
    private static final Quantity LIMIT = Quantity.of("100", 0);
    private static final Instrument TIN = Instruments.metal("TIN", Price.of("0.01", 2), Quantity.of("1", 0), 1);
    private static final TopOfBook.Level LEVEL = new TopOfBook.Level(Price.of("100.00", 2), LIMIT);
    private static final TopOfBook TOP = new TopOfBook("TIN", LEVEL, LEVEL, 1, false, AnOrder.NOON);

    private RiskBook book = book("0");

    @Test
    void theHighestLevelThatItLiftsToIsSaidOnce() {
        assertThat(level("c-1", Side.BUY, 74)).isZero();
        assertThat(level("c-2", Side.BUY, 17)).isEqualTo(90);
        assertThat(level("c-3", Side.BUY, 1)).isZero();
        assertThat(level("c-4", Side.BUY, 8)).isEqualTo(100);
        assertThat(level("c-2", Side.BUY, 17)).as("asked again").isEqualTo(90);
    }

    @Test
    void whatIsRefusedLiftsNothing() {
        assertThat(level("c-1", Side.BUY, 101)).isZero();
        assertThat(level("c-2", Side.BUY, 75)).isEqualTo(75);
    }

    @Test
    void fallingBelowALevelArmsItAgain() {
        assertThat(level("c-1", Side.SELL, 80)).isEqualTo(75);
        book.release(new Id("ACC1", "c-1"), "TIN", Side.SELL);

        assertThat(level("c-2", Side.SELL, 75)).isEqualTo(75);
    }

    @Test
    void whatIsHeldCountsForItsOwnSideAndAgainstTheOther() {
        book = book("-40");

        assertThat(level("c-1", Side.BUY, 100)).isZero();
        assertThat(level("c-2", Side.SELL, 35)).isEqualTo(75);
        assertThat(level("c-3", Side.BUY, 40)).isEqualTo(100);
    }

    @Test
    void aPriceThatReplacesAnotherLiftsOnlyByWhatItIsGreater() {
        assertThat(level(request("q-1", Side.BUY, 80, null))).isEqualTo(75);
        assertThat(level(request("q-2", Side.BUY, 81, "q-1"))).isZero();
        book.release(new Id("ACC1", "q-1"), "TIN", Side.BUY);
        assertThat(level(request("q-3", Side.BUY, 90, "q-2"))).isEqualTo(90);
    }

    private int level(String id, Side side, int quantity) {
        return level(request(id, side, quantity, null));
    }

    private int level(Request request) {
        Verdict verdict = book.reserve(request, id -> TOP, AnOrder.NOON);
        LimitReached reached = verdict.reached();
        return reached == null ? 0 : reached.level();
    }

    private static Request request(String id, Side side, int quantity, @Nullable String replaces) {
        return new Request(
                "ACC1", id, "alice", "TIN", side, OrderType.MARKET, Integer.toString(quantity), null, replaces, null);
    }

    private static RiskBook book(String net) {
        Quantity none = Quantity.zero(0);
        RiskLimit limit = new RiskLimit(
                Quantity.of("1000", 0), Money.of("1000000", "USD", 2), LIMIT, 100, Duration.ofSeconds(2), false, 1);
        Line line = new Line(new Exposure(Quantity.of(net, 0), none, none), limit);
        return new RiskBook(InstrumentTable.of(List.of(TIN)), Map.of(new Key("ACC1", "TIN"), line), Map.of());
    }
}
