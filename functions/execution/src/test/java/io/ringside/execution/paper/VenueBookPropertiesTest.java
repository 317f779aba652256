package io.ringside.execution.paper;

import static io.ringside.execution.paper.BookText.GOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.execution.book.Displayed;
import io.ringside.execution.book.VenueBook;
import io.ringside.execution.book.VenueFact;
import io.ringside.execution.book.WorkingOrder;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated sessions: the book does what the naive venue does, and never breaks what must hold. */
class VenueBookPropertiesTest {
    private static final int STEPS = 3_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void doesWhatTheNaiveVenueDoes(long seed) {
        VenueSession session = new VenueSession(seed, BookText.NOON);
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        NaiveVenue naive = new NaiveVenue();
        for (int step = 0; step < STEPS; step++) {
            long arrival = step;
            Instant now = session.later();
            switch (session.next()) {
                case VenueSession.Step.Enter enter -> {
                    WorkingOrder order = BookText.order(
                            enter.order(), arrival, GOLD.tradingDay().endOf(now));
                    TopOfBook top = BookText.top(enter.quote());
                    assertSame(
                            book.enter(order, top, now),
                            naive.enter(NaiveVenue.Order.of(order), NaiveVenue.top(top), now));
                }
                case VenueSession.Step.Match match -> {
                    TopOfBook top = BookText.top(match.quote());
                    assertSame(book.match(top, now), naive.match(NaiveVenue.top(top), now));
                }
                case VenueSession.Step.Pull pull -> {
                    WorkingOrder order = book.find(pull.orderId()).orElseThrow();
                    assertThat(order.isWorking()).isEqualTo(naive.works(pull.orderId()));
                    if (order.isWorking()) {
                        assertSame(List.of(book.pull(order, "x")), naive.pull(pull.orderId()));
                    }
                }
                case VenueSession.Step.Amend amend -> assertAmendedAlike(book, naive, amend, arrival, now);
                case VenueSession.Step.Close close -> assertSame(book.close(now), naive.close(now));
            }
        }
    }

    private static void assertAmendedAlike(
            VenueBook book, NaiveVenue naive, VenueSession.Step.Amend amend, long arrival, Instant now) {
        WorkingOrder order = book.find(amend.orderId()).orElseThrow();
        if (!order.isWorking() || order.limit() == null) {
            return;
        }
        TopOfBook top = BookText.top(amend.quote());
        AmendVenueOrder to = BookText.amend(amend.terms());
        BigDecimal quantity = new BigDecimal(to.quantity());
        BigDecimal price = new BigDecimal(to.limitPrice());
        assertSame(
                book.amend(order, to, arrival, top, now),
                naive.amend(amend.orderId(), quantity, price, NaiveVenue.top(top), now));
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105})
    void neverFillsMoreThanOrderedOrDisplayedNorWorseThanTheLimitNorTooLate(long seed) {
        VenueSession session = new VenueSession(seed, BookText.NOON);
        VenueBook book = new VenueBook(GOLD, Displayed.none(GOLD));
        Ledger ledger = new Ledger();
        for (int step = 0; step < STEPS; step++) {
            long arrival = step;
            Instant now = session.later();
            switch (session.next()) {
                case VenueSession.Step.Enter enter -> {
                    TopOfBook top = BookText.top(enter.quote());
                    WorkingOrder order = BookText.order(
                            enter.order(), step, GOLD.tradingDay().endOf(now));
                    ledger.check(book.enter(order, top, now), top, now);
                }
                case VenueSession.Step.Match match -> {
                    TopOfBook top = BookText.top(match.quote());
                    ledger.check(book.match(top, now), top, now);
                }
                case VenueSession.Step.Pull pull ->
                    book.find(pull.orderId()).filter(WorkingOrder::isWorking).ifPresent(order -> book.pull(order, "x"));
                case VenueSession.Step.Amend amend ->
                    book.find(amend.orderId())
                            .filter(order -> order.isWorking() && order.limit() != null)
                            .ifPresent(order -> {
                                TopOfBook top = BookText.top(amend.quote());
                                ledger.check(
                                        book.amend(order, BookText.amend(amend.terms()), arrival, top, now), top, now);
                            });
                case VenueSession.Step.Close close -> {
                    book.close(now);
                    assertThat(book.close(now)).isEmpty();
                }
            }
        }
    }

    private static void assertSame(List<VenueFact> facts, List<String> expected) {
        assertThat(BookText.facts(facts)).isEqualTo(expected.isEmpty() ? "-" : String.join(", ", expected));
    }

    /** Adds up what was given away. */
    private static final class Ledger {
        private final Map<String, Quantity> byOrder = new HashMap<>();
        private final Map<String, Quantity> byQuoteAndSide = new HashMap<>();

        void check(List<VenueFact> facts, @Nullable TopOfBook top, Instant now) {
            for (VenueFact fact : facts) {
                if (fact instanceof VenueFact.Filled filled && top != null) {
                    assertThat(filled.order().isOverdue(now)).isFalse();
                    check(filled, top);
                }
                if (fact instanceof VenueFact.Replaced replaced) {
                    WorkingOrder order = replaced.order();
                    assertThat(order.filled())
                            .isEqualTo(byOrder.getOrDefault(order.ticket().orderId(), GOLD.noQuantity()));
                    assertThat(order.isWorking()).isEqualTo(order.leaves().isPositive());
                }
            }
        }

        private void check(VenueFact.Filled filled, TopOfBook top) {
            WorkingOrder order = filled.order();
            TopOfBook.Level level = top.against(order.side()).orElseThrow();
            assertThat(filled.price()).isEqualTo(level.price());
            assertThat(order.accepts(filled.price())).isTrue();
            assertThat(GOLD.isOnStep(filled.quantity())).isTrue();
            Quantity ofOrder = byOrder.merge(order.ticket().orderId(), filled.quantity(), Quantity::plus);
            assertThat(ofOrder).isLessThanOrEqualTo(order.quantity()).isEqualTo(order.filled());
            Quantity ofQuote =
                    byQuoteAndSide.merge(top.sequence() + "/" + order.side(), filled.quantity(), Quantity::plus);
            assertThat(ofQuote).isLessThanOrEqualTo(level.size());
        }
    }
}
