package io.ringside.gateway.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import io.ringside.contracts.presence.PresenceTick;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.HeardTicks;
import io.ringside.gateway.transport.TransportKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a session makes its user seen, and shows the others. */
@OverEveryTransport
class PresentTest {
    private final Scene scene;
    private final HeardTicks ticks;

    PresentTest(TransportKind transport) {
        scene = new Scene(transport);
        ticks = HeardTicks.on(scene.gateways().connection());
    }

    @AfterEach
    void stop() {
        ticks.close();
    }

    @Test
    void aSignOfInputIsNotedAndPassedOn() {
        try (ClientSocket client = scene.connect()) {
            int id = client.send(Requests.quoted("'presence':{'idleSeconds':400}"));
            Scene.assertNext(client, "{'id':%d,'result':{'noted':{'at':'%s'}}}", id, scene.now());
            ticks.await(tick -> quiet(tick) == 400_000);
        }
    }

    @Test
    void aUserIsHereWithItsFirstSessionAndGoneWithItsLast() {
        try (ClientSocket one = scene.connect()) {
            ticks.await(tick -> quiet(tick) == 0);
            try (ClientSocket other = scene.connect()) {
                scene.assertServed(other);
            }
            one.ask(Requests.quoted("'presence':{'idleSeconds':77}"));
            ticks.await(tick -> quiet(tick) == 77_000);
            assertThat(ticks.all()).noneMatch(tick -> tick.gone().contains(scene.user()));
        }
        ticks.await(tick -> tick.gone().contains(scene.user()));
    }

    @Test
    void theWholeListComesFirstAndThenWhatChangesInNumberedBatches() {
        // later than what another test told
        scene.advance(Duration.ofMillis(1));
        try (ClientSocket client = scene.connect("presence")) {
            long batch = 0;
            boolean listed = false;
            while (!listed) {
                JsonNode push = client.push("presence");
                assertThat(push.get("type").getStringValue()).isEqualTo("presence.list");
                batch = push.get("data").get("batch").getLongValue();
                listed = person(push, "bob") != null;
            }
            PresenceState state =
                    new PresenceState("bob", PresenceStatus.BUSY, "pricing", scene.now(), null, version());
            keep(state);
            JsonNode bob = null;
            while (bob == null) {
                JsonNode push = client.push("presence");
                assertThat(push.get("type").getStringValue()).isEqualTo("presence.changed");
                assertThat(push.get("data").get("batch").getLongValue()).isEqualTo(++batch);
                bob = person(push, "bob");
            }
            Scene.assertSame(
                    bob,
                    "{'user':'bob','name':'Bob','firm':'kestrel','firmName':'Kestrel','status':'BUSY',"
                            + "'message':'pricing','since':'%s','version':%d}",
                    scene.now(),
                    state.version());
        }
    }

    /** Higher the later it is. */
    private long version() {
        return scene.now().toEpochMilli();
    }

    private void keep(PresenceState state) {
        scene.gateways()
                .database()
                .execute("insert into presence.person values ('bob', 'BUSY', 'pricing', '%1$s', null, %2$d)"
                                .formatted(state.since(), state.version())
                        + " on conflict (trader) do update set status = 'BUSY', message = 'pricing',"
                        + " since = '%1$s', version = %2$d".formatted(state.since(), state.version()));
        scene.gateways()
                .connection()
                .publish(
                        Subjects.PRESENCE_CHANGED,
                        Wire.encode(new PresenceChanged("teller", version(), List.of(state))));
    }

    private static @Nullable JsonNode person(JsonNode push, String user) {
        for (JsonNode person : push.get("data").get("people").values()) {
            if (person.get("user").getStringValue().equals(user)) {
                return person;
            }
        }
        return null;
    }

    private long quiet(PresenceTick tick) {
        return HeardTicks.quietMs(tick, scene.user());
    }
}
