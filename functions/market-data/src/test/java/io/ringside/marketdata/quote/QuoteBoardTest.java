package io.ringside.marketdata.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.contracts.market.Quote;
import io.ringside.marketdata.Instruments;
import io.ringside.marketdata.feed.TopOfBook;
import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuoteBoardTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final long START_MICROS = START.getEpochSecond() * 1_000_000;
    private static final Instant SOURCE_TIME = START.minusMillis(40);
    private static final String SYMBOL = "ADA/XBT";

    private final HandMovedClock clock = HandMovedClock.at(START);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Quote> published = new ArrayList<>();
    private boolean connected = true;
    private final QuoteBoard board = new QuoteBoard("test", this::take, clock, new QuoteMetrics(registry));

    @BeforeEach
    void list() {
        board.list(List.of(Instruments.crypto(SYMBOL)));
    }

    @Test
    void publishesAChangeWithTheInstrumentsScales() {
        board.topOfBook(SYMBOL, top("0.00002289", "31.5", "0.00002290", "7"));
        assertThat(published)
                .containsExactly(new Quote(
                        "ADA-XBT",
                        "0.000022890",
                        "31.50000000",
                        "0.000022900",
                        "7.00000000",
                        START_MICROS,
                        false,
                        SOURCE_TIME,
                        START,
                        "test"));
    }

    @Test
    void publishesNothingWhenPricesAndSizesStayTheSame() {
        board.topOfBook(SYMBOL, top("1", "1", "2", "1"));
        board.topOfBook(SYMBOL, top("1.0", "1.00", "2", "1"));
        assertThat(published).hasSize(1);
    }

    @Test
    void publishesAnEmptySideAsAbsent() {
        board.topOfBook(SYMBOL, new TopOfBook(null, null, "2", "1", SOURCE_TIME));
        assertThat(published.getFirst().bid()).isNull();
        assertThat(published.getFirst().ask()).isEqualTo("2.000000000");
    }

    @Test
    void sequencesGrowEvenWhenTheClockGoesBack() {
        board.topOfBook(SYMBOL, top("1", "1", "2", "1"));
        clock.moveTo(START.minusSeconds(60));
        board.topOfBook(SYMBOL, top("1", "2", "2", "1"));
        assertThat(published).extracting(Quote::sequence).containsExactly(START_MICROS, START_MICROS + 1);
    }

    @Test
    void marksStaleOnceAndHealsWithTheNextPriceEvenIfItIsTheSame() {
        board.topOfBook(SYMBOL, top("1", "1", "2", "1"));
        board.stale(SYMBOL, "checksum failed");
        board.stale(SYMBOL, "checksum failed");
        board.allStale("silence");
        assertThat(registry.get("marketdata.instruments.stale").gauge().value()).isEqualTo(1);
        board.topOfBook(SYMBOL, top("1", "1", "2", "1"));
        assertThat(published).extracting(Quote::stale).containsExactly(false, true, false);
        assertThat(published)
                .extracting(Quote::sequence)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(registry.get("marketdata.instruments.stale").gauge().value()).isZero();
    }

    @Test
    void refreshesTheLastQuoteWithTheSameSequenceAndANewTime() {
        board.topOfBook(SYMBOL, top("1", "1", "2", "1"));
        clock.advance(Duration.ofSeconds(1));
        board.refresh();
        Quote again = published.getLast();
        assertThat(published).hasSize(2);
        assertThat(again.sequence()).isEqualTo(START_MICROS);
        assertThat(again.at()).isEqualTo(START.plusSeconds(1));
        assertThat(again.sourceAt()).isEqualTo(SOURCE_TIME);
    }

    @Test
    void keepsOnlyTheLatestWhileMessagingIsAway() {
        connected = false;
        for (int size = 1; size <= 100; size++) {
            board.topOfBook(SYMBOL, top("1", Integer.toString(size), "2", "1"));
        }
        board.flush();
        assertThat(published).isEmpty();
        connected = true;
        board.flush();
        board.flush();
        assertThat(published).extracting(Quote::bidSize).containsExactly("100.00000000");
    }

    @Test
    void staysWithinItsBudgetAndLetsTheLatestFollow() {
        int changes = 10_000;
        for (int size = 1; size <= changes; size++) {
            board.topOfBook(SYMBOL, top("1", Integer.toString(size), "2", "1"));
        }
        assertThat(published).hasSizeLessThanOrEqualTo(1_000);
        board.stale(SYMBOL, "staleness waits for no budget");
        assertThat(published.getLast().stale()).isTrue();
        clock.advance(Duration.ofMillis(10));
        board.topOfBook(SYMBOL, top("1", "7", "2", "1"));
        assertThat(published.getLast().bidSize()).isEqualTo("7.00000000");
    }

    @Test
    void aPriceFinerThanTheInstrumentMakesItStaleInsteadOfBeingRounded() {
        board.topOfBook(SYMBOL, top("1", "1", "2", "1"));
        board.topOfBook(SYMBOL, top("1.0000000001", "1", "2", "1"));
        assertThat(published).extracting(Quote::stale).containsExactly(false, true);
        assertThat(registry.get("marketdata.quotes.unfitting").counter().count())
                .isEqualTo(1);
    }

    @Test
    void countsAndIgnoresASymbolThatIsNoInstrument() {
        board.topOfBook("XYZ/ABC", top("1", "1", "2", "1"));
        assertThat(published).isEmpty();
        assertThat(registry.get("marketdata.quotes.unknown.symbols").counter().count())
                .isEqualTo(1);
    }

    @Test
    void anInstrumentThatIsNoLongerListedIsLeftStale() {
        board.topOfBook(SYMBOL, top("1", "1", "2", "1"));
        board.list(List.of());
        board.refresh();
        assertThat(published).extracting(Quote::stale).containsExactly(false, true);
    }

    @Test
    void aNewListingKeepsTheLastPrices() {
        board.topOfBook(SYMBOL, top("1", "1", "2", "1"));
        board.list(List.of(Instruments.crypto(SYMBOL), Instruments.crypto("XMR/USD")));
        board.topOfBook(SYMBOL, top("1", "1", "2", "1"));
        assertThat(published).hasSize(1);
    }

    private boolean take(Quote quote) {
        if (connected) {
            published.add(quote);
        }
        return connected;
    }

    private static TopOfBook top(String bid, String bidSize, String ask, String askSize) {
        return new TopOfBook(bid, bidSize, ask, askSize, SOURCE_TIME);
    }
}
