package io.ringside.riskcheck;

import static io.ringside.riskcheck.RiskFloor.TIN;
import static io.ringside.riskcheck.RiskFloor.ZINC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nats.client.Message;
import io.ringside.contracts.Side;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.LimitKind;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and PostgreSQL: what it answers. */
class ReserveCallTest extends OnARiskFloor {
    @Test
    void reservesOnceHoweverOftenItIsAsked() throws Exception {
        RiskVerdicts first = floor.reserve(floor.market("c-1", TIN, Side.BUY, "2.5"));
        RiskVerdicts again = floor.reserve(floor.market("c-1", TIN, Side.BUY, "2.5"));

        assertThat(first.verdicts())
                .containsExactly(new Verdict(floor.account, "c-1", true, null, null, 1, "1000.00", null));
        assertThat(again).isEqualTo(first);
        assertThat(floor.exposure(TIN)).isEqualTo("0|2.5|0");
    }

    @Test
    void saysAndRepeatsToWhatLevelItsLimitIsUsed() throws Exception {
        floor.reserve(floor.market("c-1", TIN, Side.BUY, "10"));
        RiskVerdicts first = floor.reserve(floor.market("c-2", TIN, Side.BUY, "8.5"));
        RiskVerdicts again = floor.reserve(floor.market("c-2", TIN, Side.BUY, "8.5"));

        assertThat(first.verdicts().getFirst().reached())
                .isEqualTo(new LimitReached(LimitKind.NET_POSITION, 90, "18.5", "20.0"));
        assertThat(again).isEqualTo(first);
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
                        null,
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
                new ReserveRisk.Request(
                        floor.account, "c-5", "alice", TIN, Side.BUY, OrderType.LIMIT, "1", null, null, null),
                new ReserveRisk.Request(
                        floor.account, "c-6", "alice", TIN, Side.BUY, OrderType.LIMIT, "1", "x", null, null),
                new ReserveRisk.Request(
                        floor.account, "c-7", "alice", TIN, Side.BUY, OrderType.LIMIT, "1", "1050.50", null, null));

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
}
