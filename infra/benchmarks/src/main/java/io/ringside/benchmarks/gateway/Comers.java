package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.wire.Arrival;
import io.ringside.benchmarks.wire.Hearing;
import io.ringside.benchmarks.wire.WireClient;
import io.ringside.benchmarks.wire.WireCrowd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Clients of one server that come in one after the other, as many at a time as are admitted in a moment. */
record Comers(Serving serving, WireCrowd crowd) {
    /** Arrivals a second where nobody is in a hurry. */
    static final int PER_SECOND = 500;

    private static final int AT_A_TIME = 500;
    private static final int PATIENCE_SECONDS = 60;

    /** So many who are not there yet, the first with this number. */
    List<WireClient> clients(int first, int count, boolean market, Hearing hearing) {
        return IntStream.range(first, first + count)
                .mapToObj(at -> crowd.client(serving.client(at, market), hearing))
                .toList();
    }

    /** All of them come in, or it is said who does not. */
    List<Arrival> come(List<WireClient> clients) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int from = 0; from < clients.size(); from += AT_A_TIME) {
            List<WireClient> some = clients.subList(from, Math.min(clients.size(), from + AT_A_TIME));
            admit(some);
            WireCrowd.Attendance attendance = crowd.open(some, PER_SECOND, 0, PATIENCE_SECONDS);
            if (attendance.absent() > 0) {
                throw new IllegalStateException(
                        attendance.absent() + " clients did not come in: " + attendance.failure());
            }
            arrivals.addAll(attendance.arrivals());
        }
        return arrivals;
    }

    void admit(List<WireClient> clients) {
        serving.admit(clients.stream().map(WireClient::dialect).toList());
    }
}
