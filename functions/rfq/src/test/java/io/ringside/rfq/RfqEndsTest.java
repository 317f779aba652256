package io.ringside.rfq;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.testkit.Eventually;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request ends, and that it ends once, on real servers. */
class RfqEndsTest extends OnAnRfqFloor {
    @Test
    void ofManyAcceptancesExactlyOneWins() {
        floor.request(LONG, "bob", "carol");
        floor.quote("bob", "q-1", "101.00");
        floor.quote("carol", "q-2", "101.50");
        RfqView.Quote bobs = heard.shown("bob", 1);
        RfqView.Quote carols = heard.shown("carol", 1);

        IntStream.range(0, 40).parallel().forEach(n -> floor.accept("a-" + n, n % 2 == 0 ? bobs : carols));

        assertThat(heard.trades()).hasSize(2);
        Eventually.holds(
                "39 are refused",
                () -> heard.told("alice").stream()
                                .filter(text -> text.contains("RFQ_ENDED"))
                                .count()
                        == 39);
        assertThat(floor.database.rows(
                        "select count(*) from rfq.quote where status = 'TRADED' and rfq_id = '" + floor.rfqId() + "'"))
                .containsExactly("1");
    }

    /** Milliseconds between the race and the end of the request: long past, so close that either may be first, far. */
    @ParameterizedTest
    @ValueSource(ints = {-1_000, 0, 10, 20, 40, 60_000})
    void ofAcceptancesAndExpiriesThatRaceExactlyOneWins(int left) {
        floor.request(LONG, "bob");
        floor.quote("bob", "q-1", "101.00");
        RfqView.Quote bobs = heard.shown("bob", 1);

        floor.endsIn(left);
        IntStream.range(0, 20).parallel().forEach(n -> {
            floor.accept("a-" + n, bobs);
            floor.expire("e-" + n);
        });

        RfqView end = heard.view("alice", view -> view.status() != RfqStatus.OPEN);
        boolean traded = end.status() == RfqStatus.TRADED;
        Eventually.holds(
                "every acceptance but one that won is refused",
                () -> heard.told("alice").stream()
                                .filter(text -> text.contains("RFQ_ENDED"))
                                .count()
                        == (traded ? 19 : 20));
        if (left <= 0 || left > 1_000) {
            assertThat(traded).as("what is certain").isEqualTo(left > 0);
        }
        assertThat(heard.facts().stream().filter("trade.negotiated"::equals)).hasSize(traded ? 2 : 0);
        assertThat(heard.facts()).containsOnlyOnce(traded ? "rfq.traded" : "rfq.expired");
        assertThat(heard.facts()).doesNotContain(traded ? "rfq.expired" : "rfq.traded");
    }

    @Test
    void aRequestEndsByTheLogsClockWhenNobodyAcceptedInTime() {
        floor.request(Rfq.LIFE_SECONDS_MIN, "bob", "carol");
        floor.quote("bob", "q-1", "101.00");
        RfqView.Quote bobs = heard.shown("bob", 1);

        RfqView own = heard.view("alice", view -> view.status() == RfqStatus.EXPIRED);
        assertThat(own.at()).isAfterOrEqualTo(own.expiresAt());
        assertThat(own.quotes()).extracting(RfqView.Quote::status).containsOnly(QuoteStatus.EXPIRED);
        heard.view("bob", view -> view.status() == RfqStatus.EXPIRED);
        heard.view("carol", view -> view.status() == RfqStatus.EXPIRED);
        heard.awaitFact("reservation.unused");
        floor.accept("a-1", bobs);
        assertThat(heard.refusedOwn("alice", "a-1").reason()).isEqualTo("RFQ_ENDED");
    }

    @Test
    void aTimerThatTheStreamLostIsArmedAgainWhenTheFunctionStarts() {
        floor.request(LONG, "bob");
        heard.view("bob", view -> true);

        floor.restart(() -> {
            floor.forgetTimers();
            floor.endsIn(-1);
        });

        heard.view("alice", view -> view.status() == RfqStatus.EXPIRED);
    }

    @Test
    void aCancelledRequestTakesNoMorePrices() {
        floor.request(LONG, "bob", "carol");
        floor.quote("bob", "q-1", "101.00");
        heard.shown("bob", 1);
        floor.cancel("alice", "x-1");
        heard.view("carol", view -> view.status() == RfqStatus.CANCELLED);
        floor.quote("carol", "q-2", "100.00");

        assertThat(heard.refusedOwn("carol", "q-2").reason()).isEqualTo("RFQ_ENDED");
        heard.awaitFact("reservation.unused");
    }
}
