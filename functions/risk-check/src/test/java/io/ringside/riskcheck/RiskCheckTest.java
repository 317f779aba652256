package io.ringside.riskcheck;

import static io.ringside.riskcheck.RiskFloor.TIN;
import static io.ringside.riskcheck.RiskFloor.ZINC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nats.client.Message;
import io.ringside.contracts.Side;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and PostgreSQL. */
class RiskCheckTest {
    private static RiskFloor floor;

    @BeforeAll
    static void start() {
        floor = new RiskFloor();
    }

    @BeforeEach
    void openAccount() {
        floor.openAccount();
    }

    @AfterAll
    static void stop() throws Exception {
        floor.close();
    }

    @Test
    void reservesOnceHoweverOftenItIsAsked() throws Exception {
        RiskVerdicts first = floor.reserve(floor.market("c-1", TIN, Side.BUY, "2.5"));
        RiskVerdicts again = floor.reserve(floor.market("c-1", TIN, Side.BUY, "2.5"));

        assertThat(first.verdicts()).containsExactly(new Verdict(floor.account, "c-1", true, null, null, 1, "1000.00"));
        assertThat(again).isEqualTo(first);
        assertThat(floor.exposure(TIN)).isEqualTo("0|2.5|0");
    }

    @Test
    void answersFromTheRowAnOrderThatItRefused() throws Exception {
        RiskVerdicts first = floor.reserve(floor.market("c-1", TIN, Side.SELL, "10.5"));
        RiskVerdicts again = floor.reserve(floor.market("c-1", TIN, Side.SELL, "10.5"));

        assertThat(first.verdicts())
                .containsExactly(new Verdict(
                        floor.account,
                        "c-1",
                        false,
                        "ORDER_SIZE",
                        "The order is for 10.5 lots, the limit for one order is 10.0 lots.",
                        1,
                        null));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void letsLaterRequestsOfABatchSeeWhatEarlierOnesReserved() throws Exception {
        RiskVerdicts verdicts = floor.reserve(
                floor.market("c-1", TIN, Side.BUY, "10"),
                floor.market("c-2", TIN, Side.BUY, "10"),
                floor.market("c-3", TIN, Side.BUY, "0.5"),
                floor.market("c-1", TIN, Side.BUY, "10"),
                floor.market("c-4", TIN, Side.SELL, "10"));

        assertThat(verdicts.verdicts())
                .extracting(Verdict::clientOrderId, Verdict::approved, Verdict::reason)
                .containsExactly(
                        tuple("c-1", true, null),
                        tuple("c-2", true, null),
                        tuple("c-3", false, "NET_POSITION"),
                        tuple("c-1", true, null),
                        tuple("c-4", true, null));
        assertThat(floor.exposure(TIN)).isEqualTo("0|20|10");
    }

    @Test
    void decidesAFullBatchInOneCall() throws Exception {
        List<ReserveRisk.Request> requests = IntStream.range(0, ReserveRisk.REQUESTS_MAX)
                .mapToObj(i -> floor.market("a-rather-long-client-order-id-" + i, ZINC, Side.BUY, "0.5"))
                .toList();

        Message answer = floor.call(Wire.encode(new ReserveRisk(requests)));

        RiskVerdicts verdicts = Wire.decode(answer.getData(), RiskVerdicts.class, ReserveRisk.BODY_BYTES_MAX);
        assertThat(verdicts.verdicts()).filteredOn(Verdict::approved).hasSize(40);
        assertThat(verdicts.verdicts())
                .filteredOn(verdict -> !verdict.approved())
                .hasSize(216);
        assertThat(floor.exposure(ZINC)).isEqualTo("0|20|0");
    }

    @Test
    void takesAChangedLimitWithTheNextCall() throws Exception {
        floor.reserve(floor.market("c-1", TIN, Side.BUY, "1"));
        floor.database.execute(
                "update risk.account_limit set restricted = true, version = 2 where account = '" + floor.account + "'");

        Verdict verdict = floor.reserve(floor.market("c-2", TIN, Side.BUY, "1"))
                .verdicts()
                .getFirst();

        assertThat(verdict.reason()).isEqualTo("INSTRUMENT_RESTRICTED");
        assertThat(verdict.limitVersion()).isEqualTo(2);
    }

    @Test
    void refusesWhatHasNoLimitNoInstrumentOrNoForm() throws Exception {
        floor.database.execute(
                "delete from risk.account_limit where instrument = 'ZINC' and account = '" + floor.account + "'");

        RiskVerdicts verdicts = floor.reserve(
                floor.market("c-1", ZINC, Side.BUY, "1"),
                floor.market("c-2", "GOLD", Side.BUY, "1"),
                floor.market("c-3", TIN, Side.BUY, "1.25"),
                floor.market("c-4", TIN, Side.BUY, "-1"),
                new ReserveRisk.Request(floor.account, "c-5", "alice", TIN, Side.BUY, OrderType.LIMIT, "1", null),
                new ReserveRisk.Request(floor.account, "c-6", "alice", TIN, Side.BUY, OrderType.LIMIT, "1", "x"),
                new ReserveRisk.Request(floor.account, "c-7", "alice", TIN, Side.BUY, OrderType.LIMIT, "1", "1050.50"));

        assertThat(verdicts.verdicts())
                .extracting(Verdict::reason)
                .containsExactly(
                        "NO_LIMIT",
                        "UNKNOWN_INSTRUMENT",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "PRICE_COLLAR");
        assertThat(floor.reserve(floor.market("c-2", "GOLD", Side.BUY, "1"))
                        .verdicts()
                        .getFirst())
                .isEqualTo(verdicts.verdicts().get(1));
    }

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
    void checksAnOrderInAnInstrumentThatWasListedAMomentAgo() throws Exception {
        floor.list("COBALT");

        Verdict verdict = floor.reserve(floor.market("c-1", "COBALT", Side.BUY, "1"))
                .verdicts()
                .getFirst();

        assertThat(verdict.reason()).isEqualTo("STALE_PRICE");
    }

    @Test
    void answersAnUnreadableCallWithoutTellingWhatWentWrongInside() throws Exception {
        Message answer = floor.call("{\"requests\":[{}]}".getBytes(StandardCharsets.UTF_8));
        Message tooMany = floor.call(Wire.encode(new ReserveRisk(
                Collections.nCopies(ReserveRisk.REQUESTS_MAX + 1, floor.market("c-1", TIN, Side.BUY, "1")))));

        assertThat(answer.getHeaders().getFirst("Nats-Service-Error")).isEqualTo("the call cannot be read");
        assertThat(answer.getHeaders().getFirst("Nats-Service-Error-Code")).isEqualTo("400");
        assertThat(tooMany.getHeaders().getFirst("Nats-Service-Error-Code")).isEqualTo("400");
    }

    @Test
    void answersThatItCannotDecideWhenTheBookIsBroken() throws Exception {
        floor.database.execute("alter table risk.reservation rename to hidden");

        Message answer = floor.call(Wire.encode(new ReserveRisk(List.of(floor.market("c-1", TIN, Side.BUY, "1")))));

        assertThat(answer.getHeaders().getFirst("Nats-Service-Error")).isEqualTo("the call could not be decided");
        assertThat(answer.getHeaders().getFirst("Nats-Service-Error-Code")).isEqualTo("503");
        floor.database.execute("alter table risk.hidden rename to reservation");
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
