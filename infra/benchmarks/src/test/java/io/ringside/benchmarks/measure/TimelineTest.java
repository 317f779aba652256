package io.ringside.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.benchmarks.floor.StreamLog.Stored;
import io.ringside.benchmarks.report.Percentiles;
import io.ringside.contracts.Side;
import io.ringside.contracts.Wire;
import io.ringside.contracts.trade.TradeBooked;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final String ACCEPTED = "order-submit/A-1/o1/0";

    @Test
    void anEventIsHandledWhenTheChangeThatItCausedIsTold() {
        Timeline timeline = new Timeline(
                List.of(),
                List.of(
                        stored(
                                "EVENTS",
                                "evt.trade.booked.3.A-1.x",
                                "paper-venue/execution-router/" + ACCEPTED + "/0/0",
                                10,
                                trade()),
                        stored("EVENTS", "evt.position.changed.3.A-1.CA", "position/e1/0", 14, new byte[0]),
                        stored("EVENTS", "evt.position.changed.3.A-1.CA", "position/e0/0", 90, new byte[0])));

        assertThat(timeline.stages(List.of()))
                .extractingByKey("booked trade stored -> changed position stored")
                .extracting(Percentiles::count, times -> Math.round(times.p50()))
                .containsExactly(1L, 4L);
    }

    @Test
    void theStagesOfAnOrderAreFoundByTheIdsOfItsMessages() {
        Timeline timeline = new Timeline(
                List.of(
                        stored("COMMANDS", "cmd.order.submit.3.A-1", "A-1/o1/abcdef", 2, new byte[0]),
                        stored(
                                "COMMANDS",
                                "cmd.venue.enter.5.CA",
                                "execution-router/" + ACCEPTED + "/0",
                                9,
                                new byte[0])),
                List.of(
                        stored("EVENTS", "evt.order.accepted.3.A-1.x", ACCEPTED, 6, new byte[0]),
                        stored(
                                "EVENTS",
                                "evt.trade.booked.3.A-1.x",
                                "paper-venue/execution-router/" + ACCEPTED + "/0/0",
                                13,
                                trade()),
                        stored("EVENTS", "evt.order.filled.3.A-1.x", "order-submit/execution:e1/0", 18, new byte[0])));

        var stages = timeline.stages(List.of(new io.ringside.benchmarks.load.FlightAt("A-1/o1", START).flight()));

        assertThat(stages.values().stream().map(Percentiles::count))
                .containsExactly(1L, 0L, 1L, 0L, 1L, 1L, 1L, 0L, 0L);
        assertThat(stages.values().stream().map(Percentiles::p50).map(Math::round))
                .containsExactly(2L, 0L, 4L, 0L, 3L, 4L, 5L, 0L, 0L);
    }

    private static Stored stored(String stream, String subject, String id, int afterMs, byte[] body) {
        return new Stored(stream, 1, subject, id, START.plusMillis(afterMs), false, body);
    }

    private static byte[] trade() {
        return Wire.encode(
                new TradeBooked("e1", "x", "o1", "A-1", "u", "CA", Side.BUY, "1", "9000", "paper", 1L, null, START));
    }
}
