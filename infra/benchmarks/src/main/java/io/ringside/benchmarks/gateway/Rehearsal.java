package io.ringside.benchmarks.gateway;

import io.nats.client.Connection;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.peers.Ringside;
import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.wire.WireClient;
import io.ringside.benchmarks.wire.WireCrowd;
import java.time.InstantSource;
import java.util.List;

/**
 * Clients of a floor that runs who come, miss something and come back, over and over. A gateway that was just started
 * is never as busy as with those whom another one sends away: this is what it learns before ({@code infra/train}).
 */
public final class Rehearsal {
    private static final int CLIENTS = 100;
    private static final int RETURNS = 30;
    private static final int MISSED = 20;
    private static final double AT_ONCE = 1e9;
    private static final int PATIENCE_SECONDS = 60;

    private Rehearsal() {}

    /** Returns when all have come back for the last time. */
    public static void on(ReadyFloor floor, Connection nats, InstantSource clock) {
        try (Serving serving = Ringside.running(floor, nats, clock);
                WireCrowd crowd = new WireCrowd(serving.address())) {
            Letters letters = new Letters(serving.inboxes().orElseThrow(), CLIENTS);
            Comers comers = new Comers(serving, crowd);
            List<WireClient> clients = comers.clients(0, CLIENTS, true, (bytes, from, length) -> {});
            comers.come(clients);
            for (int turn = 0; turn < RETURNS; turn++) {
                crowd.drop(clients);
                letters.deliver(turn * MISSED, MISSED);
                comers.admit(clients);
                WireCrowd.Attendance back = crowd.open(clients, AT_ONCE, MISSED, PATIENCE_SECONDS);
                if (back.absent() > 0) {
                    throw new IllegalStateException(back.absent() + " clients did not come back: " + back.failure());
                }
            }
            crowd.drop(clients);
        }
    }
}
