package io.ringside.riskcheck;

import static io.ringside.riskcheck.RiskFloor.TIN;
import static io.ringside.riskcheck.RiskFloor.ZINC;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.riskcheck.sweep.ReservationSweep;
import io.ringside.testkit.Eventually;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and PostgreSQL: what becomes of reservations. */
class RiskCheckTest extends OnARiskFloor {
    @Test
    void turnsAReservationIntoAPositionOncePerExecution() throws Exception {
        floor.reserve(floor.market("c-1", TIN, Side.SELL, "3"));
        floor.traded("c-1", "x-1", "m-1", TIN, Side.SELL, "1");
        floor.traded("c-1", "x-1", "m-2", TIN, Side.SELL, "1");
        floor.traded("c-1", "x-2", "m-3", TIN, Side.SELL, "0.5");

        Eventually.holds("1.5 sold", () -> floor.exposure(TIN).equals("-1.5|0|1.5"));
        floor.ended("filled", "c-1", TIN, Side.SELL, "3");
        Eventually.holds("the rest released", () -> floor.exposure(TIN).equals("-1.5|0|0"));
        assertThat(floor.reservation("c-1")).isEqualTo("RELEASED|0");
    }

    @Test
    void refusesAnOrderThatEndedBeforeItWasReserved() throws Exception {
        floor.ended("rejected", "c-1", TIN, Side.BUY, "3");
        Eventually.holds("a tombstone", () -> floor.reservation("c-1").equals("RELEASED|0"));

        Verdict verdict = floor.reserve(floor.market("c-1", TIN, Side.BUY, "3"))
                .verdicts()
                .getFirst();

        assertThat(verdict.reason()).isEqualTo("RESERVATION_RELEASED");
        assertThat(floor.exposure(TIN)).isEqualTo("0|0|0");
    }

    @Test
    void givesBackWhatACancelledOrderHeld() throws Exception {
        floor.reserve(floor.market("c-1", TIN, Side.BUY, "3"));
        floor.ended("cancelled", "c-1", TIN, Side.BUY, "3");

        Eventually.holds("nothing reserved", () -> floor.exposure(TIN).equals("0|0|0"));
        assertThat(floor.reserve(floor.market("c-1", TIN, Side.BUY, "3"))
                        .verdicts()
                        .getFirst()
                        .reason())
                .isEqualTo("RESERVATION_RELEASED");
    }

    @Test
    void givesBackWhatWasReservedUnderAnIdWhoseFirstOrderNamedAnotherInstrument() throws Exception {
        floor.reserve(floor.market("c-1", TIN, Side.BUY, "3"));
        floor.ended("rejected", "c-1", ZINC, Side.BUY, "3");

        Eventually.holds("nothing reserved", () -> floor.exposure(TIN).equals("0|0|0"));
        assertThat(floor.reservation("c-1")).isEqualTo("RELEASED|0");
    }

    @Test
    void countsATradeThatWasNeverReserved() {
        floor.traded("c-1", "x-1", "m-1", ZINC, Side.BUY, "2");

        Eventually.holds("2 bought", () -> floor.database
                .rows("select trim_scale(net) from risk.exposure where instrument = 'ZINC' and account = '"
                        + floor.account + "'")
                .equals(List.of("2")));
    }

    @Test
    void countsATradeInAnInstrumentThatWasListedAMomentAgo() {
        floor.list("LEAD");
        floor.traded("c-1", "x-1", "m-1", "LEAD", Side.BUY, "2");

        Eventually.holds("2 bought", () -> floor.database
                .rows("select trim_scale(net) from risk.exposure where instrument = 'LEAD'")
                .equals(List.of("2")));
    }

    @Test
    void givesAnOrderTheReservationOfItsNewTermsAndGivesBackThatOfTheAmend() throws Exception {
        floor.reserve(floor.limit("c-1", TIN, "3", "100.00", null));
        floor.reserve(floor.limit("a-1", TIN, "5", "100.00", "3"));
        assertThat(floor.exposure(TIN)).isEqualTo("0|5|0");
        floor.replaced(floor.amend("c-1", TIN, "a-1", "5"));
        Eventually.holds("the amend is released", () -> floor.reservation("a-1").equals("RELEASED|0"));
        assertThat(floor.reservation("c-1")).isEqualTo("RESERVED|5");
        assertThat(floor.exposure(TIN)).isEqualTo("0|5|0");

        floor.reserve(floor.limit("a-2", TIN, "7", "100.00", "5"));
        floor.amendRefused(floor.amend("c-1", TIN, "a-2", "7"));
        Eventually.holds("the amend is released", () -> floor.reservation("a-2").equals("RELEASED|0"));
        assertThat(floor.exposure(TIN)).isEqualTo("0|5|0");

        floor.reserve(floor.limit("a-3", TIN, "8", "100.00", "5"));
        floor.endedWhileAmended(floor.amend("c-1", TIN, "a-3", "8"));
        Eventually.holds("both are released", () -> floor.exposure(TIN).equals("0|0|0"));
        assertThat(floor.reservation("a-3")).isEqualTo("RELEASED|0");
    }

    @Test
    void findsNoDifferenceWhileAnAmendIsPending() throws Exception {
        ReservationSweep sweep = floor.application.getBean(ReservationSweep.class);
        floor.reserve(floor.limit("c-1", TIN, "3", "100.00", null));
        floor.reserve(floor.limit("a-1", TIN, "5", "100.00", "3"));
        floor.orderRow("c-1", "a-1", "5");

        sweep.sweep();
        assertThat(mine(sweep.sweep())).isEmpty();
        floor.orderRow("c-1", "a-1", "6");
        sweep.sweep();
        assertThat(mine(sweep.sweep())).containsExactly("order " + floor.account + "/a-1 has 3 left and 2.0 reserved");
    }

    @Test
    void reportsOnlyDifferencesThatLast() throws Exception {
        ReservationSweep sweep = floor.application.getBean(ReservationSweep.class);
        floor.reserve(floor.market("c-1", TIN, Side.BUY, "3"));

        assertThat(mine(sweep.sweep())).isEmpty();
        assertThat(mine(sweep.sweep())).containsExactly("order " + floor.account + "/c-1 has 0 left and 3.0 reserved");

        floor.database.execute("update risk.exposure set reserved_buy = 7 where account = '" + floor.account + "'");
        floor.ended("expired", "c-1", TIN, Side.BUY, "3");
        Eventually.holds("released", () -> floor.reservation("c-1").equals("RELEASED|0"));
        assertThat(mine(sweep.sweep())).isEmpty();
        assertThat(mine(sweep.sweep()))
                .containsExactly("exposure " + floor.account + "/TIN reserves 4.0 and 0.0, its orders 0 and 0");
    }

    private static List<String> mine(Set<String> differences) {
        return differences.stream()
                .filter(line -> line.contains(floor.account + '/'))
                .toList();
    }
}
