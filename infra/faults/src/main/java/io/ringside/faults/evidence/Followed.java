package io.ringside.faults.evidence;

import io.ringside.benchmarks.floor.StreamLog;
import io.ringside.contracts.Subjects;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who has to handle what, told here once more and independently of the functions themselves. */
public final class Followed {
    private static final Map<String, List<String>> PREFIXES = Map.of(
            "order-submit",
            List.of("cmd.order.", "evt.trade.booked.", "evt.venue."),
            "risk-check",
            List.of(
                    "evt.order.rejected.",
                    "evt.order.cancelled.",
                    "evt.order.expired.",
                    "evt.order.filled.",
                    "evt.order.replaced.",
                    "evt.order.amend-refused.",
                    "evt.trade.booked.",
                    "evt.trade.negotiated.",
                    "evt.reservation.unused."),
            "activity",
            List.of("evt.order.", "evt.rfq.", "evt.trade."),
            "rfq",
            List.of("cmd.rfq."),
            "alert",
            List.of("cmd.alert."),
            "presence-tick",
            List.of("cmd.presence."),
            "execution-router",
            List.of("evt.order.accepted.", "evt.order.cancel-requested.", "evt.order.amend-requested."),
            "paper-venue",
            List.of("cmd.venue."),
            "position",
            List.of("evt.trade.booked.", "evt.trade.negotiated."));

    private Followed() {}

    /** A place where a function has to have been: function, partition and stream, and the last sequence there. */
    public static Map<String, Long> ends(List<StreamLog.Stored> stream) {
        Map<String, Long> ends = new TreeMap<>();
        for (StreamLog.Stored stored : stream) {
            PREFIXES.forEach((function, prefixes) -> {
                if (prefixes.stream().anyMatch(stored.subject()::startsWith)) {
                    int partition = Subjects.partitionOf(stored.subject()).orElseThrow();
                    ends.put(key(function, partition, stored.stream()), stored.sequence());
                }
            });
        }
        return ends;
    }

    /** Names one place. */
    public static String key(String function, int partition, String stream) {
        return function + ' ' + partition + ' ' + stream;
    }
}
