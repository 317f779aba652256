package io.ringside.contracts;

import io.ringside.contracts.activity.ActivityEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The records of the activity feed: whole first, least second. */
final class ActivitySamples {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
    private static final String ORDER = "01990000-0000-7000-8000-000000000001";
    private static final String RFQ = "01990000-0000-8000-8000-000000000001";

    private ActivitySamples() {}

    static List<List<Record>> all() {
        return List.of(List.of(whole(), least()));
    }

    private static ActivityEntry whole() {
        return new ActivityEntry(
                ActivityEntry.Kind.TRANSACTION,
                ORDER + "/40",
                ORDER,
                "ACC1",
                NOON,
                "CA",
                Side.BUY,
                "5",
                "9431.50",
                "kestrel",
                1,
                "TRADED",
                "3M",
                LocalDate.parse("2027-02-22"),
                1);
    }

    private static ActivityEntry least() {
        return new ActivityEntry(
                ActivityEntry.Kind.RFQ_RECEIVED,
                RFQ,
                RFQ,
                null,
                NOON,
                "CA",
                Side.SELL,
                "5",
                null,
                null,
                null,
                "REQUESTED",
                null,
                null,
                1);
    }
}
