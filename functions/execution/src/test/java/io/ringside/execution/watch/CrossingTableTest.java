package io.ringside.execution.watch;

import static io.ringside.testkit.AnOrder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Partitions;
import io.ringside.execution.watch.Interest.Ending;
import io.ringside.testkit.Quotes;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingTableTest {
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Set<Integer> OURS = Set.of(Partitions.of("GOLD"));

    private static final Instant EVENING = NOON.plus(Duration.ofHours(8));
    private static final Instrument GOLD = Instruments.metal("GOLD", Price.of("1", 0), Quantity.of("0.5", 1), 1);

    private final CrossingTable table = new CrossingTable(WAIT);

    @BeforeEach
    void own() {
        table.owns(OURS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100  | -   | false | false | 7: 99 x 1 / 100 x 1  | true
            100  | -   | false | false | 7: 99 x 1 / 99 x 1   | true
            100  | -   | false | false | 7: 99 x 1 / 101 x 1  | false
            -    | 100 | false | false | 7: 100 x 1 / 105 x 1 | true
            -    | 100 | false | false | 7: 101 x 1 / 105 x 1 | true
            -    | 100 | false | false | 7: 99 x 1 / 105 x 1  | false
            -    | -   | true  | false | 7: 99 x 1 / 999 x 1  | true
            -    | -   | true  | false | 7: 99 x 1 / -        | false
            -    | -   | false | true  | 7: 1 x 1 / -         | true
            -    | -   | false | true  | 7: - / 100 x 1       | false
            -    | -   | false | false | 7: 99 x 1 / 100 x 1  | false
            100  | -   | false | false | 5: 99 x 1 / 100 x 1  | false
            100  | -   | false | false | 4: 99 x 1 / 100 x 1  | false
            """)
    void claimsQuotesThatCrossAndAreNotMatchedYet(
            String bestBuy, String bestSell, boolean anyBuys, boolean anySells, String quote, boolean claimed) {
        table.learn("GOLD", new Interest(price(bestBuy), price(bestSell), anyBuys, anySells, null, 5));
        assertThat(claims(quote)).isEqualTo(claimed);
    }

    @Test
    void hasOneCommandUnderWayForAnInstrument() {
        table.learn("GOLD", buysAt100());
        assertThat(claims("7: 99 x 1 / 100 x 1")).isTrue();
        assertThat(claims("8: 99 x 1 / 100 x 1")).isFalse();
        table.matched("GOLD", 7);
        assertThat(claims("7: 99 x 1 / 100 x 1")).isFalse();
        assertThat(claims("8: 99 x 1 / 100 x 1")).isTrue();
    }

    @Test
    void goesOnAfterACommandThatCameToNothing() {
        table.learn("GOLD", buysAt100());
        assertThat(claims("7: 99 x 1 / 100 x 1")).isTrue();
        table.settle("GOLD", 7);
        assertThat(claims("7: 99 x 1 / 100 x 1")).isTrue();
    }

    @Test
    void goesOnWhenTheStoreShowsThatAnotherInstanceMatched() {
        table.learn("GOLD", buysAt100());
        assertThat(claims("7: 99 x 1 / 100 x 1")).isTrue();
        table.learn("GOLD", buysAt100().matchedUpTo(7));
        assertThat(claims("8: 99 x 1 / 100 x 1")).isTrue();
    }

    @Test
    void waitsForACommandOnlySoLong() {
        table.learn("GOLD", buysAt100());
        assertThat(claims("7: 99 x 1 / 100 x 1")).isTrue();
        assertThat(table.claim(top("8: 99 x 1 / 100 x 1"), NOON.plus(WAIT))).isFalse();
        assertThat(table.claim(top("8: 99 x 1 / 100 x 1"), NOON.plus(WAIT).plusMillis(1)))
                .isTrue();
    }

    @Test
    void doesNotForgetAMatchForAnOlderReading() {
        table.learn("GOLD", buysAt100());
        table.matched("GOLD", 9);
        table.learn("GOLD", buysAt100());
        assertThat(claims("9: 99 x 1 / 100 x 1")).isFalse();
    }

    @Test
    void watchesOnlyWhatItOwns() {
        table.learn("GOLD", buysAt100());
        assertThat(table.owns(OURS)).isFalse();
        assertThat(table.owns(Set.of())).isTrue();
        assertThat(claims("7: 99 x 1 / 100 x 1")).isFalse();
        table.learn("GOLD", buysAt100());
        assertThat(claims("7: 99 x 1 / 100 x 1")).isFalse();
    }

    @Test
    void closesADayThatIsOverOnceUntilTheWaitIsOver() {
        Ending first = new Ending(EVENING, 7);
        assertThat(table.claimClose("GOLD", first, EVENING.minusNanos(1))).isFalse();
        assertThat(table.claimClose("GOLD", first, EVENING)).isTrue();
        assertThat(table.claimClose("GOLD", first, EVENING.plus(WAIT))).isFalse();
        assertThat(table.claimClose("GOLD", first, EVENING.plus(WAIT).plusMillis(1)))
                .isTrue();
    }

    @Test
    void closesAtOnceAgainForTheOrdersThatOneCommandLeft() {
        assertThat(table.claimClose("GOLD", new Ending(EVENING, 7), EVENING)).isTrue();
        assertThat(table.claimClose("GOLD", new Ending(EVENING, 507), EVENING)).isTrue();
        table.giveUpClose("GOLD");
        assertThat(table.claimClose("GOLD", new Ending(EVENING, 507), EVENING)).isTrue();
    }

    @Test
    void closesOnlyWhatItOwns() {
        table.owns(Set.of());
        assertThat(table.claimClose("GOLD", new Ending(EVENING, 7), EVENING)).isFalse();
    }

    private static TopOfBook top(String text) {
        return TopOfBook.of(Quotes.of("GOLD", text, NOON), GOLD, NOON);
    }

    private boolean claims(String quote) {
        return table.claim(top(quote), NOON);
    }

    private static Interest buysAt100() {
        return new Interest(Price.of("100", 0), null, false, false, null, 5);
    }

    private static @Nullable Price price(String text) {
        return text.equals("-") ? null : Price.of(text, 0);
    }
}
