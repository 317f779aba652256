package io.ringside.presencetick;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and PostgreSQL, with gateways that the test speaks for. */
class PresenceTickTest {
    private static final Instant START = Instant.parse(PresenceFloor.START);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void isAwayAfterFiveMinutesWithoutInputAndActiveWithTheNext() {
        try (PresenceFloor floor = new PresenceFloor(Map.of());
                GatewayNode gateway = floor.gateway("n1")) {
            gateway.here("alice");
            floor.awaitSeen("alice", "ACTIVE");

            floor.advance(Duration.ofSeconds(299));
            gateway.here("bob");
            floor.awaitSeen("bob", "ACTIVE");
            assertThat(floor.seen("alice")).isEqualTo("ACTIVE");

            floor.advance(SECOND);
            floor.awaitSeen("alice", "AWAY");
            gateway.here("alice");
            floor.awaitSeen("alice", "ACTIVE");
            Eventually.holds("all is told", () -> floor.toldOf("alice").size() == 3);
            Instant fiveLater = START.plusSeconds(300);
            assertThat(floor.toldOf("alice"))
                    .containsExactly(
                            new PresenceState("alice", PresenceStatus.ACTIVE, null, START, null, 1),
                            new PresenceState("alice", PresenceStatus.AWAY, null, fiveLater, null, 2),
                            new PresenceState("alice", PresenceStatus.ACTIVE, null, fiveLater, null, 3));
        }
    }

    @Test
    void isOfflineWhenTheLastOfTwoConnectionsOnTwoGatewaysIsGone() {
        try (PresenceFloor floor = new PresenceFloor(Map.of());
                GatewayNode one = floor.gateway("n1");
                GatewayNode other = floor.gateway("n2")) {
            one.here("alice");
            other.here("alice");
            floor.awaitSeen("alice", "ACTIVE");
            one.gone("alice");
            one.here("marker");
            floor.awaitSeen("marker", "ACTIVE");
            floor.advance(Duration.ofSeconds(10));
            other.here("bob");
            floor.awaitSeen("bob", "ACTIVE");
            assertThat(floor.seen("alice")).isEqualTo("ACTIVE");

            other.gone("alice");
            other.here("carol");
            floor.awaitSeen("carol", "ACTIVE");
            assertThat(floor.seen("alice")).isEqualTo("ACTIVE");
            floor.advance(Duration.ofSeconds(2));
            floor.awaitSeen("alice", "OFFLINE");
            Instant left = START.plusSeconds(10);
            Eventually.holds("it is told", () -> floor.toldOf("alice").size() == 2);
            assertThat(floor.toldOf("alice").getLast())
                    .isEqualTo(new PresenceState("alice", PresenceStatus.OFFLINE, null, left, left, 2));
        }
    }

    @Test
    void isOnlineAllTheTimeWhenAPageIsReloaded() {
        try (PresenceFloor floor = new PresenceFloor(Map.of());
                GatewayNode gateway = floor.gateway("n1")) {
            gateway.here("alice");
            floor.awaitSeen("alice", "ACTIVE");
            gateway.gone("alice");
            floor.advance(SECOND);
            gateway.here("alice", "bob");
            floor.awaitSeen("bob", "ACTIVE");
            floor.advance(Duration.ofSeconds(3));
            gateway.here("carol");
            floor.awaitSeen("carol", "ACTIVE");
            assertThat(floor.toldOf("alice")).hasSize(1);
        }
    }

    @Test
    void takesTheUsersOfADeadGatewayForGoneWithinFiveSeconds() {
        try (PresenceFloor floor = new PresenceFloor(Map.of("presence.lease", "4s"));
                GatewayNode dead = floor.gateway("n1");
                GatewayNode alive = floor.gateway("n2")) {
            dead.here("alice", "bob");
            alive.here("bob");
            floor.awaitSeen("bob", "ACTIVE");
            dead.close();

            floor.advance(Duration.ofSeconds(2));
            alive.here("carol");
            floor.awaitSeen("carol", "ACTIVE");
            assertThat(floor.seen("alice")).isEqualTo("ACTIVE");
            floor.advance(Duration.ofMillis(2_100));
            floor.awaitSeen("alice", "OFFLINE");
            assertThat(floor.seen("bob")).isEqualTo("ACTIVE");
            Eventually.holds("it is told", () -> floor.toldOf("alice").size() == 2);
            assertThat(floor.toldOf("alice").getLast().lastSeenAt()).isEqualTo(START);

            try (GatewayNode again = floor.gateway("n3")) {
                again.here("alice");
                floor.awaitSeen("alice", "ACTIVE");
            }
        }
    }

    @Test
    void costsNothingWhileAThousandUsersStayAsTheyAre() {
        try (PresenceFloor floor = new PresenceFloor(Map.of("presence.lease", "4s"));
                GatewayNode gateway = floor.gateway("n1")) {
            String[] users =
                    IntStream.range(0, 1_000).mapToObj(i -> "trader-" + i).toArray(String[]::new);
            gateway.here(users);
            Eventually.holds(
                    "all are told",
                    () -> floor.told()
                                    .mapToInt(changed -> changed.people().size())
                                    .sum()
                            == users.length);
            long messages = floor.told().count();
            String written = writes(floor);

            for (int i = 0; i < 60; i++) {
                floor.advance(Duration.ofSeconds(2));
                gateway.renew();
                gateway.here("marker-" + i);
                floor.awaitSeen("marker-" + i, "ACTIVE");
            }

            Eventually.holds(
                    "the markers are told", () -> floor.toldOf("marker-59").size() == 1);
            assertThat(floor.told().count()).isEqualTo(messages + 60);
            assertThat(writes(floor)).isEqualTo(written);
            assertThat(gateway.asked()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void asksForTheWholeWhenATickWasLost() {
        try (PresenceFloor floor = new PresenceFloor(Map.of());
                GatewayNode gateway = floor.gateway("n1")) {
            gateway.here("alice");
            floor.awaitSeen("alice", "ACTIVE");
            int asked = gateway.asked();
            gateway.lose();
            gateway.here("bob");
            floor.awaitSeen("bob", "ACTIVE");
            assertThat(gateway.asked()).isEqualTo(asked + 1);
            assertThat(floor.toldOf("alice")).hasSize(1);
        }
    }

    @Test
    void tellsWhoIsThereOnceThoughTwoInstancesListen() {
        try (PresenceFloor floor = new PresenceFloor(Map.of());
                GatewayNode gateway = floor.gateway("n1")) {
            var second = floor.start();
            String[] users = IntStream.range(0, 50).mapToObj(i -> "trader-" + i).toArray(String[]::new);
            gateway.here(users);
            Eventually.holds("all are told", () -> IntStream.range(0, 50)
                    .allMatch(i -> floor.toldOf("trader-" + i).size() == 1));
            floor.stop(second);
            List.of(users).forEach(gateway::gone);
            gateway.here("marker");
            floor.awaitSeen("marker", "ACTIVE");
            floor.advance(Duration.ofSeconds(2));
            Eventually.holds(
                    "the other one has taken over",
                    () -> floor.servers.database.number("select count(*) from presence.person where status = 'OFFLINE'")
                            == users.length);
        }
    }

    @Test
    void takesNobodyForGoneBecauseNatsWasAway() {
        try (PresenceFloor floor = new PresenceFloor(Map.of("presence.lease", "4s"));
                GatewayNode gateway = floor.gateway("n1")) {
            gateway.here("alice");
            floor.awaitSeen("alice", "ACTIVE");
            floor.servers.nats.kill();
            floor.awaitAway();
            floor.advance(Duration.ofSeconds(30));
            floor.servers.nats.restart();
            Floor.awaitReconnected(floor.servers.connection);
            gateway.here("bob");
            floor.awaitSeen("bob", "ACTIVE");
            assertThat(floor.seen("alice")).isEqualTo("ACTIVE");
            assertThat(floor.servers.database.number("select version from presence.person where trader = 'alice'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void listensBeforeItSpeaksWhenItIsStartedAgain() {
        try (PresenceFloor floor = new PresenceFloor(Map.of("presence.settle", "1s"));
                GatewayNode gateway = floor.gateway("n1")) {
            floor.advance(SECOND);
            gateway.here("alice");
            floor.choose("alice", "s-1", PresenceChoice.BUSY, null);
            floor.awaitSeen("alice", "BUSY");
            try (GatewayNode lost = floor.gateway("n2")) {
                lost.here("bob");
                floor.awaitSeen("bob", "ACTIVE");
            }
            int asked = gateway.asked();
            floor.restart();
            Eventually.holds("it asks", () -> gateway.asked() > asked);
            floor.advance(SECOND);
            floor.awaitSeen("bob", "OFFLINE");
            assertThat(floor.seen("alice")).isEqualTo("BUSY");
            assertThat(floor.toldOf("alice")).extracting(PresenceState::status).doesNotContain(PresenceStatus.OFFLINE);
        }
    }

    /** Rows of people that were written, and of the thousand alone. */
    private static String writes(PresenceFloor floor) {
        return String.join(
                "|",
                floor.servers.database.rows(
                        "select count(*), sum(version) from presence.person" + " where trader like 'trader-%'"));
    }
}
