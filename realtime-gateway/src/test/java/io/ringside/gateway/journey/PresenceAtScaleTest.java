package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands who come at once, to everybody who looks. */
class PresenceAtScaleTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int PEOPLE = 5_000;
    /** Alice and Bob. */
    private static final int WERE_THERE = 2;

    private static final int BURSTS = 20;
    private static final int LOOKING = 15;
    /** Messages of presence-tick in which a burst is told. */
    private static final int MESSAGES = 5;

    private record Looker(ClientSocket socket, Set<String> seen) {
        /** Until so many have been told, nobody of them twice; how many pushes that took. */
        int read(int until) {
            int batches = 0;
            while (seen.size() < until) {
                JsonNode push = socket.push("presence");
                assertThat(push.get("type").getStringValue()).isEqualTo("presence.changed");
                batches++;
                for (JsonNode person : push.get("data").get("people").values()) {
                    assertThat(person.get("status").getStringValue()).isEqualTo("ACTIVE");
                    assertThat(seen.add(person.get("user").getStringValue())).isTrue();
                }
            }
            return batches;
        }
    }

    @Test
    void fiveThousandWhoComeAreToldToEachInAFewBatchesOnceAndNotOneByOne() {
        try (GatewayUnderTest gateway = GatewayUnderTest.start(Map.of())) {
            moveIn(gateway);
            List<Looker> lookers = IntStream.range(0, LOOKING)
                    .mapToObj(at -> new Looker(gateway.connect("alice", "[\"presence\"]", "{}"), new HashSet<>()))
                    .toList();
            lookers.forEach(looker -> readWhole(looker.socket()));
            long begun = System.nanoTime();
            int batches = 0;
            for (int burst = 0; burst < BURSTS; burst++) {
                tell(gateway, burst);
                for (Looker looker : lookers) {
                    batches += looker.read((burst + 1) * PEOPLE / BURSTS);
                }
            }
            long quarters = (System.nanoTime() - begun) / 250_000_000 + 1;
            assertThat(batches).as("pushes to all of them").isLessThanOrEqualTo((int) (LOOKING * (quarters + 1)));
            lookers.forEach(looker -> looker.socket().close());
        }
    }

    private static void moveIn(GatewayUnderTest gateway) {
        gateway.database().execute("""
            insert into identity.trader (id, firm, name, role, password_hash)
            select 'crowd-' || n, 'harbour', 'Crowd ' || n, 'trader', 'none' from generate_series(1, %1$d) n;
            insert into identity.account_trader select 'HARBOUR-1', 'crowd-' || n from generate_series(1, %1$d) n;
            """.formatted(PEOPLE));
    }

    private static void readWhole(ClientSocket socket) {
        int people = 0;
        while (people < PEOPLE + WERE_THERE) {
            JsonNode push = socket.push("presence");
            assertThat(push.get("type").getStringValue()).isEqualTo("presence.list");
            people += push.get("data").get("people").size();
        }
    }

    /** Each of the burst in a few messages, as presence-tick tells them. */
    private static void tell(GatewayUnderTest gateway, int burst) {
        int each = PEOPLE / BURSTS / MESSAGES;
        for (int message = 0; message < MESSAGES; message++) {
            int first = burst * PEOPLE / BURSTS + message * each + 1;
            List<PresenceState> people = new ArrayList<>();
            for (int at = first; at < first + each; at++) {
                people.add(new PresenceState("crowd-" + at, PresenceStatus.ACTIVE, null, NOON, null, 1));
            }
            long sequence = (long) burst * MESSAGES + message + 1;
            gateway.nats()
                    .publish(Subjects.PRESENCE_CHANGED, Wire.encode(new PresenceChanged("teller", sequence, people)));
        }
    }
}
