package io.ringside.execution.paper;

import static io.ringside.execution.paper.BookText.EVENING;
import static io.ringside.execution.paper.BookText.GOLD;
import static io.ringside.execution.paper.BookText.HALTED_GOLD;
import static io.ringside.execution.paper.BookText.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.execution.book.Displayed;
import io.ringside.execution.book.VenueBook;
import io.ringside.execution.book.VenueFact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the paper venue does with orders and quotes, one case a row: orders resting before, what comes, what
 * follows.
 */
class VenueBookTest {
    /** Stands as {@code =} in the rows. */
    private static final String TOP = "7: 99 x 10 / 100 x 10";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a market buy fills at the ask         |-                 |A BUY IOC 5 MARKET |=|A 5@100
        a market sell fills at the bid        |-                 |A SELL IOC 5 MARKET|=|A 5@99
        a limit buy at the ask fills          |-                 |A BUY DAY 5 @ 100  |=|A 5@100
        a limit sell at the bid fills         |-                 |A SELL DAY 5 @ 99  |=|A 5@99
        a better ask is passed on             |-                 |A BUY DAY 5 @ 105  |=|A 5@100
        a better bid is passed on             |-                 |A SELL DAY 5 @ 90  |=|A 5@99
        a limit buy below the ask rests       |-                 |A BUY DAY 5 @ 99   |=|-
        a limit sell above the bid rests      |-                 |A SELL DAY 5 @ 100 |=|-
        an immediate buy below the ask expires|-                 |A BUY IOC 5 @ 99   |=|A expired 5
        an immediate rest expires at once     |-                 |A BUY IOC 15 MARKET|=|A 10@100, A expired 5
        a market rest for the day waits       |-                 |A BUY DAY 15 MARKET|=|A 10@100
        an empty side fills nothing           |-                 |A BUY IOC 5 MARKET |7: 99 x 10 / -|A expired 5
        a size below one step fills nothing   |-                 |A BUY IOC 5 MARKET |7: - / 100 x 0.4|A expired 5
        only whole steps are given         |-                 |A BUY IOC 5 MARKET |7: - / 9 x 1.7|A 1.5@9, A expired 3.5
        unpriced, an immediate order expires  |-                 |A BUY IOC 5 MARKET |-|A expired 5 STALE_PRICE
        unpriced, a day order waits           |-                 |A BUY DAY 5 MARKET |-|-
        all or nothing gets all            |-                 |A BUY FOK 10 MARKET|=|A 10@100
        all or nothing gets nothing of less  |-                 |A BUY FOK 10.5 @ 100|=|A expired 10.5
        all or nothing below the ask expires|-                 |A BUY FOK 5 @ 99   |=|A expired 5
        unpriced, all or nothing expires      |-                 |A SELL FOK 5 MARKET|-|A expired 5 STALE_PRICE
        what is taken before it is not there|R BUY DAY 8 @ 100 |A BUY FOK 5 @ 100  |=|R 8@100, A expired 5
        who comes after it gets what it left|R BUY DAY 8 @ 100 |A BUY FOK 11 @ 101 |=|A expired 11, R 8@100
        an order until cancelled rests        |-                 |A BUY GTC 5 @ 99   |=|-
        an order until a time rests           |-                 |A SELL GTD 15 @ 99 |=|A 10@99
        who rests at the same price goes first|R BUY DAY 8 @ 100 |A BUY IOC 5 @ 100  |=|R 8@100, A 2@100, A expired 3
        a better limit overtakes              |R BUY DAY 8 @ 100 |A BUY IOC 5 @ 101  |=|A 5@100, R 5@100
        a market order overtakes every limit  |R BUY DAY 8 @ 999 |A BUY IOC 5 MARKET |=|A 5@100, R 5@100
        a lower sell overtakes                |R SELL DAY 8 @ 99 |A SELL IOC 5 @ 98  |=|A 5@99, R 5@99
        our own orders do not trade together  |R SELL DAY 8 @ 100|A BUY IOC 5 @ 100  |7: - / 101 x 9|A expired 5
        """)
    void servesByPriceThenTime(String name, String resting, String entered, String quote, String expected) {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        if (!resting.equals("-")) {
            book.restore(BookText.order(resting, 1));
        }
        assertThat(BookText.facts(
                        book.enter(BookText.order(entered, 2), BookText.top(quote.equals("=") ? TOP : quote), NOON)))
                .isEqualTo(expected);
    }

    @Test
    void givesTheDisplayedSizeOfAQuoteOnce() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        assertThat(entering(
                        book,
                        "7: 99 x 10 / 100 x 10",
                        "A BUY IOC 6 MARKET",
                        "B BUY IOC 6 MARKET",
                        "C SELL IOC 6 MARKET"))
                .containsExactly("A 6@100", "B 4@100, B expired 2", "C 6@99");
    }

    @Test
    void givesTheSizeOfTheNextQuoteAnew() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        entering(book, "7: 99 x 10 / 100 x 10", "A BUY IOC 10 MARKET", "B BUY DAY 3 @ 100");
        assertThat(BookText.facts(book.match(BookText.top("7: 99 x 10 / 100 x 10"), NOON)))
                .isEqualTo("-");
        assertThat(BookText.facts(book.match(BookText.top("8: 99 x 10 / 100 x 10"), NOON)))
                .isEqualTo("B 3@100");
    }

    @Test
    void remembersWhatWasTakenOverBatches() {
        VenueBook book = new VenueBook(
                GOLD,
                Displayed.untouched(7, GOLD)
                        .take(
                                io.ringside.contracts.Side.BUY,
                                GOLD.quantity("9.5").orThrow("taken")));
        assertThat(entering(book, "7: 99 x 10 / 100 x 10", "A BUY IOC 5 MARKET"))
                .containsExactly("A 0.5@100, A expired 4.5");
    }

    @Test
    void anOrderThatIsGoodUntilATimeExpiresThenAndOneUntilItIsCancelledNever() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        book.restore(BookText.order("A BUY GTC 5 @ 99", 1));
        book.restore(BookText.order("B BUY GTD 5 @ 99", 2, NOON.plusSeconds(60)));

        assertThat(BookText.facts(book.close(NOON.plusSeconds(59)))).isEqualTo("-");
        assertThat(BookText.facts(book.close(NOON.plusSeconds(60)))).isEqualTo("B expired 5 EXPIRY_REACHED");
        assertThat(BookText.facts(book.close(NOON.plusSeconds(86_400 * 400)))).isEqualTo("-");
    }

    @Test
    void takesAnOlderQuoteThanTheOneMatchedForStale() {
        VenueBook book = new VenueBook(GOLD, Displayed.untouched(8, GOLD));
        assertThat(entering(book, "7: 99 x 10 / 100 x 10", "A BUY IOC 5 MARKET", "B BUY DAY 5 MARKET"))
                .containsExactly("A expired 5 STALE_PRICE", "-");
        assertThat(book.displayed()).isEqualTo(Displayed.untouched(8, GOLD));
    }

    @Test
    void takesBackWhatIsLeft() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        entering(book, "7: 99 x 10 / 100 x 10", "A BUY DAY 12 @ 100");
        VenueFact pulled = book.pull(book.find("A").orElseThrow(), "x-1");
        assertThat(BookText.facts(List.of(pulled))).isEqualTo("A cancelled 2");
        assertThat(BookText.facts(book.match(BookText.top("8: 99 x 10 / 100 x 10"), NOON)))
                .isEqualTo("-");
    }

    @Test
    void namesEachExecutionOfAnOrderByHowMuchIsExecutedAfterIt() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        List<VenueFact> facts = new ArrayList<>(
                book.enter(BookText.order("A BUY DAY 15 MARKET", 1), BookText.top("7: 99 x 10 / 100 x 10"), NOON));
        facts.addAll(book.match(BookText.top("8: 99 x 10 / 100 x 10"), NOON));
        assertThat(facts).map(fact -> ((VenueFact.Filled) fact).executionId()).containsExactly("A-100", "A-150");
    }

    @Test
    void fillsAtMostSoManyOrdersOnOneCommandAndTheOthersOnTheNextQuote() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        for (int i = 0; i < VenueBook.ORDERS_PER_COMMAND_MAX + 3; i++) {
            book.restore(BookText.order("O" + i + " BUY DAY 1 @ 100", i));
        }
        assertThat(book.match(BookText.top("7: 99 x 10 / 100 x 9999"), NOON)).hasSize(VenueBook.ORDERS_PER_COMMAND_MAX);
        assertThat(book.match(BookText.top("8: 99 x 10 / 100 x 9999"), NOON)).hasSize(3);
    }

    @Test
    void expiresOrdersAtTheEndOfTheirDayAndNotBefore() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        entering(book, "-", "A BUY DAY 5 @ 90", "B SELL DAY 3 MARKET", "C BUY DAY 2 @ 91");
        book.pull(book.find("C").orElseThrow(), "x-1");
        assertThat(BookText.facts(book.close(EVENING.minusNanos(1)))).isEqualTo("-");
        assertThat(BookText.facts(book.close(EVENING))).isEqualTo("A expired 5 DAY_ENDED, B expired 3 DAY_ENDED");
        assertThat(BookText.facts(book.close(EVENING))).isEqualTo("-");
        assertThat(BookText.facts(book.match(BookText.top("9: 99 x 10 / 80 x 10"), EVENING)))
                .isEqualTo("-");
    }

    @Test
    void expiresInsteadOfFillingWhatAQuoteAfterTheEndOfTheDayReaches() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        entering(book, "-", "A BUY DAY 5 @ 100", "B BUY DAY 5 @ 90", "C SELL DAY 2 @ 101");
        assertThat(BookText.facts(book.match(BookText.top("7: 99 x 10 / 100 x 3"), EVENING.minusNanos(1))))
                .isEqualTo("A 3@100");
        assertThat(BookText.facts(book.match(BookText.top("8: 99 x 10 / 100 x 10"), EVENING)))
                .isEqualTo("A expired 2 DAY_ENDED");
        // What was not given to an order of yesterday is there for one of today.
        assertThat(BookText.facts(book.enter(
                        BookText.order("D BUY IOC 10 MARKET", 4), BookText.top("8: 99 x 10 / 100 x 10"), EVENING)))
                .isEqualTo("D 10@100");
    }

    @Test
    void takesBackAnOrderWhoseDayIsOverButNotYetClosed() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        entering(book, "-", "A BUY DAY 5 @ 90");
        book.pull(book.find("A").orElseThrow(), "x-1");
        assertThat(BookText.facts(book.close(EVENING))).isEqualTo("-");
    }

    @Test
    void expiresAtMostSoManyOrdersOnOneCommandLongestOverFirst() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        for (int i = 0; i < VenueBook.ORDERS_PER_COMMAND_MAX + 3; i++) {
            book.restore(BookText.order("O" + i + " BUY DAY 1 @ " + (900 - i), i));
        }
        assertThat(book.close(EVENING)).hasSize(VenueBook.ORDERS_PER_COMMAND_MAX);
        assertThat(BookText.facts(book.close(EVENING)))
                .isEqualTo("O500 expired 1 DAY_ENDED, O501 expired 1 DAY_ENDED, O502 expired 1 DAY_ENDED");
    }

    @Test
    void fillsNothingWhileTheInstrumentIsHalted() {
        VenueBook book = new VenueBook(HALTED_GOLD, Displayed.none(HALTED_GOLD));
        book.restore(BookText.order("R BUY DAY 5 @ 101", 1));
        assertThat(entering(book, "7: 99 x 10 / 100 x 10", "A BUY DAY 5 @ 100", "B BUY IOC 5 MARKET"))
                .containsExactly("-", "B expired 5 INSTRUMENT_RESTRICTED");
        assertThat(BookText.facts(book.match(BookText.top("8: 99 x 10 / 100 x 10"), NOON)))
                .isEqualTo("-");
        assertThat(BookText.facts(List.of(book.pull(book.find("R").orElseThrow(), "x-1"))))
                .isEqualTo("R cancelled 5");
        assertThat(book.displayed()).isEqualTo(Displayed.none(HALTED_GOLD));
    }

    private static List<String> entering(VenueBook book, String quote, String... orders) {
        List<String> facts = new ArrayList<>();
        for (String order : orders) {
            facts.add(BookText.facts(book.enter(BookText.order(order, facts.size() + 1L), BookText.top(quote), NOON)));
        }
        return facts;
    }
}
