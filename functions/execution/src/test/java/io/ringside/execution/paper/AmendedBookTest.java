package io.ringside.execution.paper;

import static io.ringside.execution.paper.BookText.EVENING;
import static io.ringside.execution.paper.BookText.GOLD;
import static io.ringside.execution.paper.BookText.HALTED_GOLD;
import static io.ringside.execution.paper.BookText.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.execution.book.Displayed;
import io.ringside.execution.book.VenueBook;
import io.ringside.execution.book.VenueFact;
import io.ringside.execution.book.WorkingOrder;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the paper venue does with an order that gets other terms: another rests beside it, entered later. */
class AmendedBookTest {
    private static final String QUOTE = "7: 90 x 10 / 100 x 10";

    /** What is amended, to what, and what of a quote then goes to whom. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        less keeps its place           |A BUY DAY 12 @ 99 |A 11 @ 99 |A becomes 11 @ 99 left 11  |A 10@99
        more goes behind               |A BUY DAY 5 @ 99  |A 6 @ 99  |A becomes 6 @ 99 left 6    |B 8@99, A 2@99
        a worse price goes behind      |A BUY DAY 5 @ 98  |A 5 @ 99  |A becomes 5 @ 99 left 5    |B 8@99, A 2@99
        less at another price is behind|A BUY DAY 5 @ 98  |A 3 @ 99  |A becomes 3 @ 99 left 3    |B 8@99, A 2@99
        a price that crosses fills |A BUY DAY 12 @ 98 |A 12 @ 101|A becomes 12 @ 101 left 12, A 10@100|A 2@99, B 8@99
        a better price overtakes       |A BUY GTC 5 @ 98  |A 9 @ 100|A becomes 9 @ 100 left 9, A 9@100|B 8@99
        one that does not, waits       |A BUY DAY 5 @ 99  |A 5 @ 97  |A becomes 5 @ 97 left 5    |B 8@99
        """)
    void servesItInItsNewTurn(String name, String resting, String to, String amended, String served) {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        book.restore(BookText.order(resting, 1));
        book.restore(BookText.order("B BUY DAY 8 @ 99", 2));

        assertThat(amend(book, to, QUOTE, NOON)).isEqualTo(amended);
        assertThat(BookText.facts(book.match(BookText.top("8: 90 x 10 / 99 x 10"), NOON)))
                .isEqualTo(served);
    }

    @Test
    void endsFilledWhenItIsToBeNoMoreThanIsExecuted() {
        VenueBook book = executed("A BUY DAY 15 @ 100");

        assertThat(amend(book, "A 8 @ 100", QUOTE, NOON)).isEqualTo("A becomes 10 @ 100 left 0");
        assertThat(book.find("A").orElseThrow().state()).isEqualTo(WorkingOrder.State.FILLED);
        assertThat(BookText.facts(book.match(BookText.top("8: 90 x 10 / 100 x 10"), NOON)))
                .isEqualTo("-");
    }

    @Test
    void keepsWhatIsExecutedAndTheNamesOfExecutions() {
        VenueBook book = executed("A BUY DAY 15 @ 100");

        assertThat(amend(book, "A 20 @ 100", QUOTE, NOON)).isEqualTo("A becomes 20 @ 100 left 10");
        VenueFact.Filled filled = (VenueFact.Filled)
                book.match(BookText.top("8: 90 x 10 / 100 x 4"), NOON).getFirst();
        assertThat(filled.executionId()).isEqualTo("A-140");
    }

    @Test
    void givesTheDisplayedSizeOnceAlsoToWhatIsAmendedTwice() {
        VenueBook book = executed("A BUY DAY 15 @ 100");

        assertThat(amend(book, "A 25 @ 101", QUOTE, NOON)).isEqualTo("A becomes 25 @ 101 left 15");
    }

    @Test
    void expiresInsteadWhenItsTimeIsOver() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        book.restore(BookText.order("A BUY GTD 5 @ 90", 1, EVENING));

        assertThat(amend(book, "A 4 @ 100", QUOTE, EVENING)).isEqualTo("A expired 5 EXPIRY_REACHED");
    }

    @Test
    void endsAtTheTimeThatItHadBefore() {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        book.restore(BookText.order("A BUY GTD 5 @ 90", 1, EVENING));
        amend(book, "A 9 @ 91", QUOTE, NOON);

        assertThat(BookText.facts(book.close(EVENING))).isEqualTo("A expired 9 EXPIRY_REACHED");
    }

    @Test
    void changesItsTermsWhileTheInstrumentIsHaltedAndFillsNothing() {
        VenueBook book = new VenueBook(HALTED_GOLD, Displayed.none(HALTED_GOLD));
        book.restore(BookText.order("A BUY DAY 5 @ 90", 1));

        assertThat(amend(book, "A 6 @ 101", QUOTE, NOON)).isEqualTo("A becomes 6 @ 101 left 6");
    }

    /** Ten of it are executed. */
    private static VenueBook executed(String order) {
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        book.enter(BookText.order(order, 1), BookText.top(QUOTE), NOON);
        return book;
    }

    private static String amend(VenueBook book, String to, String quote, Instant now) {
        WorkingOrder order = book.find("A").orElseThrow();
        return BookText.facts(book.amend(order, BookText.amend(to), 9, BookText.top(quote), now));
    }
}
