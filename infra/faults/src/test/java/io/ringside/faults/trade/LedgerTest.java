package io.ringside.faults.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.Asked.Verb;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Ledger ledger = new Ledger("bench001", "B-1");

    @Test
    void aCommandIsUnansweredUntilItIsReceivedOrRefused() {
        ledger.entered("o1", enter(false));
        ledger.amended("a1", new Intent.Amend(state("o1", OrderStatus.NEW, 1, null), "3.0", "100"));
        ledger.takenBack("c1", "o1");
        ledger.allTakenBack("c2");
        ledger.answered("o1", Fate.RECEIVED);

        assertThat(ledger.asked())
                .containsExactly(
                        new Asked(Verb.SUBMIT, "B-1", "o1", null, "CA BUY 2", Fate.RECEIVED),
                        new Asked(Verb.AMEND, "B-1", "a1", "o1", "CA BUY 3", Fate.UNANSWERED),
                        new Asked(Verb.CANCEL, "B-1", "c1", "o1", null, Fate.UNANSWERED),
                        new Asked(Verb.CANCEL_ALL, "B-1", "c2", null, null, Fate.UNANSWERED));
        assertThatThrownBy(() -> ledger.answered("o9", Fate.RECEIVED)).hasMessageContaining("never asked");
    }

    @Test
    void theHighestVersionIsBelievedInWhateverOrderTheyCome() {
        ledger.entered("o1", enter(false));
        assertThat(ledger.undecided()).isEqualTo(1);

        assertThat(ledger.told(state("o1", OrderStatus.FILLED, 2))).isTrue();
        assertThat(ledger.told(state("o1", OrderStatus.NEW, 1))).isFalse();

        assertThat(ledger.undecided()).isZero();
        assertThat(ledger.view().orders().get("B-1/o1"))
                .extracting(OrderState::version)
                .isEqualTo(2L);
    }

    @Test
    void anOrderIsTakenBackOnceUnlessThatWasRefused() {
        ledger.entered("o1", enter(false));
        ledger.entered("o2", enter(true));
        ledger.told(state("o1", OrderStatus.NEW, 1));
        ledger.told(state("o2", OrderStatus.PARTIALLY_FILLED, 2));
        assertThat(open(true)).containsExactly("o1", "o2");
        assertThat(open(false)).containsExactly("o1");

        ledger.takenBack("c1", "o1");
        assertThat(open(false)).isEmpty();
        ledger.toldRefused("B-1", "c1");
        assertThat(open(false)).containsExactly("o1");
        assertThat(ledger.view().refused()).containsExactly("B-1/c1");
        ledger.takenBack("c2", "o1");
        ledger.answered("c2", Fate.REFUSED);
        assertThat(open(false)).containsExactly("o1");
    }

    @Test
    void whatBecameOfACommandIsKnownAlsoWhenAnotherCameAfterIt() {
        ledger.entered("o1", enter(false));
        ledger.told(state("o1", OrderStatus.PENDING_REPLACE, 2, "a1"));
        ledger.told(state("o1", OrderStatus.PENDING_REPLACE, 4, "a2"));
        ledger.toldReport(new MassCancelReport("c1", "B-1", "bench001", "CA", null, 1, 1, 0, 0, Instant.EPOCH));

        assertThat(ledger.view().taken()).containsExactlyInAnyOrder("B-1/a1", "B-1/a2", "B-1/c1");
    }

    private List<String> open(boolean withFarAway) {
        return ledger.open(withFarAway).stream().map(OrderState::clientOrderId).toList();
    }

    private static OrderState state(String id, OrderStatus status, long version) {
        return state(id, status, version, null);
    }

    private static Intent.Enter enter(boolean far) {
        return new Intent.Enter("CA", Side.BUY, OrderType.MARKET, TimeInForce.IOC, "2.00", null, far);
    }

    private static OrderState state(String id, OrderStatus status, long version, @Nullable String amendId) {
        return new OrderState(
                "x-" + id,
                id,
                "B-1",
                "bench001",
                "CA",
                Side.BUY,
                OrderType.MARKET,
                TimeInForce.IOC,
                "2",
                null,
                null,
                status,
                "0",
                "0",
                null,
                null,
                null,
                null,
                null,
                amendId,
                null,
                null,
                null,
                version,
                Instant.EPOCH);
    }
}
