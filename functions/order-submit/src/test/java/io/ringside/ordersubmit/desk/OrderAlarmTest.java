package io.ringside.ordersubmit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AlertKind;
import io.ringside.contracts.alert.AlertSeverity;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.LimitKind;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.ordersubmit.Orders;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderAlarmTest {
    private static final InstrumentTable INSTRUMENTS = InstrumentTable.of(List.of(Instruments.TIN));
    private static final SubmitOrder ORDER = AnOrder.in("TIN", "BUY DAY 2 @ 99").submit();

    @Test
    void anAcceptedOrderThatLiftsNoLimitRaisesNothing() {
        assertThat(raised(ORDER, Orders.approved("c-1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"75, WARNING", "90, CRITICAL", "100, CRITICAL"})
    void anOrderThatLiftsALimitToALevelSaysSoInTheNameOfItsUser(int level, AlertSeverity severity) {
        LimitReached reached = new LimitReached(LimitKind.NET_POSITION, level, "19.5", "20.0");

        assertThat(raised(ORDER, Optional.of(new Verdict("ACC1", "c-1", true, null, null, 1, "99", reached))))
                .contains(new RaiseAlert(
                        RaiseAlert.idOf(AlertKind.LIMIT_REACHED, "ACC1", "c-1"),
                        "alice",
                        AlertKind.LIMIT_REACHED,
                        severity,
                        "ACC1",
                        "TIN",
                        "o-1",
                        "c-1",
                        null,
                        reached,
                        "ACC1 has reached " + level
                                + " % of its net position limit in TIN: 19.5 of 20.0 lots, counting open orders."));
    }

    @Test
    void aRejectedOrderSaysWhyWhoeverRejectedIt() {
        assertThat(raised(ORDER, Optional.empty()))
                .contains(rejected(
                        "RISK_UNAVAILABLE",
                        "The risk check did not answer in time, and what cannot be " + "checked is not traded."));
        assertThat(raised(AnOrder.in("TIN", "BUY DAY 1.3 @ 99").submit(), Optional.empty()))
                .contains(rejected("QUANTITY_STEP", "quantity 1.3 is not a multiple of 0.5, the step of TIN."));
    }

    private static RaiseAlert rejected(String reason, String text) {
        return new RaiseAlert(
                RaiseAlert.idOf(AlertKind.ORDER_REJECTED, "ACC1", "c-1"),
                "alice",
                AlertKind.ORDER_REJECTED,
                AlertSeverity.CRITICAL,
                "ACC1",
                "TIN",
                "o-1",
                "c-1",
                reason,
                null,
                text);
    }

    /** What is raised by the decision on this order, besides what it was. */
    private static Optional<RaiseAlert> raised(SubmitOrder order, Optional<Verdict> verdict) {
        Decision decided =
                new OrderDesk(INSTRUMENTS, new OrderTable(Map.of())).submit(order, verdict, "o-1", Orders.NOON);
        Decision decision = OrderAlarm.added(decided, "c-1", verdict, INSTRUMENTS);
        assertThat(decision.outcome()).isEqualTo(decided.outcome());
        assertThat(decision.saw()).isEqualTo(decided.saw());
        assertThat(decision.emissions()).startsWith(decided.emissions().toArray(Emission[]::new));
        return decision.emissions().stream()
                .skip(decided.emissions().size())
                .peek(emission -> assertThat(emission.subject()).isEqualTo(Subjects.alertCommand("raise", "alice")))
                .map(emission -> (RaiseAlert) emission.body())
                .findFirst();
    }
}
