package io.ringside.trading.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.Side;
import io.ringside.contracts.market.Quote;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.money.Price;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopOfBookTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void showsEachSideWhatItWouldTradeAgainst() {
        TopOfBook book = TopOfBook.of(quote("99.50", "100.00", NOON), Instruments.TIN, NOON);
        assertThat(book.against(Side.BUY)).map(TopOfBook.Level::price).contains(Price.of("100.00", 2));
        assertThat(book.against(Side.SELL)).map(TopOfBook.Level::price).contains(Price.of("99.50", 2));
        assertThat(book.mark(1)).contains(Price.of("99.50", 2));
        assertThat(book.mark(-1)).contains(Price.of("100.00", 2));
        assertThat(book.against(Side.BUY).orElseThrow().size().text()).isEqualTo("2.0");
    }

    @Test
    void hasNoPriceWhereNobodyQuotes() {
        TopOfBook book = TopOfBook.of(quote("99.50", null, NOON), Instruments.TIN, NOON);
        assertThat(book.against(Side.BUY)).isEmpty();
        assertThat(book.mark(-1)).isEmpty();
    }

    @Test
    void isAsOldAsTheOlderOfPublicationAndArrival() {
        TopOfBook late = TopOfBook.of(quote("99.50", "100.00", NOON), Instruments.TIN, NOON.plusSeconds(9));
        TopOfBook fromFastClock = TopOfBook.of(quote("99.50", "100.00", NOON.plusSeconds(9)), Instruments.TIN, NOON);
        assertThat(late.knownAt()).isEqualTo(NOON);
        assertThat(fromFastClock.knownAt()).isEqualTo(NOON);
    }

    @Test
    void isCurrentUntilItIsOlderThanAllowed() {
        TopOfBook book = TopOfBook.of(quote("99.50", "100.00", NOON), Instruments.TIN, NOON);
        assertThat(book.isCurrent(NOON.plusSeconds(2), Duration.ofSeconds(2))).isTrue();
        assertThat(book.isCurrent(NOON.plusSeconds(2).plusNanos(1), Duration.ofSeconds(2)))
                .isFalse();
    }

    @Test
    void refusesAQuoteOfAnotherInstrumentOrWithNumbersThatAreNone() {
        assertThatThrownBy(() -> TopOfBook.of(quote("1", "2", NOON), Instruments.ADA, NOON))
                .hasMessageContaining("TIN");
        assertThatThrownBy(() -> TopOfBook.of(quote("1.234", "2", NOON), Instruments.TIN, NOON))
                .hasMessage("quoted price '1.234' has more than 2 decimals");
    }

    private static Quote quote(@Nullable String bid, @Nullable String ask, Instant at) {
        return new Quote("TIN", bid, bid == null ? null : "3", ask, ask == null ? null : "2", 7, false, at, at, "test");
    }
}
