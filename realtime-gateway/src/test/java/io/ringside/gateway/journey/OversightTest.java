package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Alerts that nobody has acknowledged, as an operator sees them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OversightTest {
    private static final String ALERTS = "/api/v1/ops/alerts";

    private GatewayUnderTest gateway;
    private GatewayUnderTest other;
    private String token;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of("ringside.socket.node", "one"));
        other = GatewayUnderTest.startOn(gateway.database(), Map.of("ringside.socket.node", "two"));
        FloorPeople.moveIn(gateway.database(), "olivia", "ops");
        token = gateway.token("olivia");
        raise("bob", "CRITICAL", "09:00:00.000001", false);
        raise("bob", "WARNING", "09:30:00", false);
        raise("alice", "WARNING", "09:00:00.000002", false);
        raise("alice", "CRITICAL", "08:00:00", true);
        raise("carol", "CRITICAL", "08:00:00", true);
    }

    @AfterAll
    void stop() {
        gateway.close();
        other.close();
    }

    @Test
    void tellsWhoWaitsLongestAndWhomItReachesOnWhateverGateway() {
        try (ClientSocket socket = other.connect("alice", "[\"alerts\"]", "{}");
                ClientSocket deaf = gateway.connect("bob", "[\"inbox\"]", "{}")) {
            String bob = "{\"user\":\"bob\",\"count\":2,\"critical\":1,"
                    + "\"oldestRaisedAt\":\"2026-11-21T09:00:00.000001Z\",\"delivered\":false}";
            String alice = "{\"user\":\"alice\",\"count\":1,\"critical\":0,"
                    + "\"oldestRaisedAt\":\"2026-11-21T09:00:00.000002Z\",\"delivered\":true}";
            JsonNode expected = GatewayUnderTest.json("{\"users\":[" + bob + ',' + alice + "],\"unanswered\":[]}");
            Eventually.holds("the other gateway is asked", () -> get(ALERTS).equals(expected));
        }
    }

    @Test
    void pagesThroughTheUsers() {
        List<String> seen = new ArrayList<>();
        String query = "?limit=1";
        while (query != null) {
            JsonNode page = get(ALERTS + query);
            page.get("users").values().forEach(each -> seen.add(each.get("user").getStringValue()));
            JsonNode next = page.get("nextCursor");
            query = next == null ? null : "?limit=1&cursor=" + next.getStringValue();
        }
        assertThat(seen).containsExactly("bob", "alice");
    }

    private JsonNode get(String path) {
        return GatewayUnderTest.json(gateway.call("GET", path, token, null).body());
    }

    private void raise(String user, String severity, String time, boolean acknowledged) {
        gateway.database().execute("""
            insert into alert.alert (alert_id, trader, kind, severity, account, instrument, count, raised_at, last_at,
                acknowledged_at, acknowledged_by, version, body)
            select gen_random_uuid(), '%s', 'ORDER_REJECTED', '%s', 'HARBOUR-1', 'CA', 1, at, at,
                case when %3$s then at end, case when %3$s then 'x' end, 1, ''::bytea
            from (select timestamptz '2026-11-21 %4$sZ' as at) t
            """.formatted(user, severity, acknowledged, time));
    }
}
