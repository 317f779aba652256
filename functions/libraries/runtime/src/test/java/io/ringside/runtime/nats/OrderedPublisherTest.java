package io.ringside.runtime.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.Options;
import io.nats.client.api.MessageInfo;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import io.ringside.testkit.StoredMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderedPublisherTest {
    private final NatsServer server = Floor.shared().freshNats();
    private final Connection connection = Floor.connect(server);
    private final OrderedPublisher publisher = new OrderedPublisher(
            Options.builder()
                    .server(server.url())
                    .connectionTimeout(Eventually.DEADLINE)
                    .build(),
            Eventually.DEADLINE);
    private final List<Integer> acknowledged = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        publisher.close();
        connection.close();
        server.close();
    }

    @Test
    void aFewGoOneByOneAndAreCountedAsTheyAreAcknowledged() throws Exception {
        publisher.publish(events(1, 40, "evt.order.a.1.A.x"), false, acknowledged::add);
        assertThat(acknowledged).isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(stored("EVENTS")).isEqualTo(names(1, 40));
    }

    @Test
    void aFirstPublicationOfManyIsOneBatchAStreamAndIsCountedWhole() throws Exception {
        List<EventToPublish> events = new ArrayList<>(events(1, 30, "evt.order.a.1.A.x"));
        events.addAll(events(31, 31, "user.alice"));
        publisher.publish(events, true, acknowledged::add);
        assertThat(acknowledged).containsExactly(31);
        assertThat(stored("EVENTS")).isEqualTo(names(1, 30));
        assertThat(stored("INBOX")).isEqualTo(names(31, 31));
    }

    @Test
    void aBatchWithAKnownIdIsRefusedWholeAndGoesOneByOneThen() throws Exception {
        publisher.publish(events(5, 5, "evt.order.a.1.A.x"), false, acknowledged::add);
        List<EventToPublish> events = events(1, 30, "evt.order.a.1.A.x");
        assertThatThrownBy(() -> publisher.publish(events, true, acknowledged::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("atomic batch was refused");
        assertThat(stored("EVENTS")).isEqualTo(names(5, 5));
        publisher.publish(events, false, acknowledged::add);
        assertThat(stored("EVENTS")).hasSize(30).startsWith("e5", "e1");
    }

    @Test
    void whatRollsUpTakesThePlaceOfWhatCameBeforeOnItsSubjectAndOfNothingElse() throws Exception {
        List<EventToPublish> events = new ArrayList<>(events(1, 30, "alert.alice"));
        events.addAll(events(31, 31, "alert.bob"));
        events.add(new EventToPublish("e32", "alert.alice", "test", null, new byte[] {'{', '}'}, null, true));
        events.addAll(events(33, 33, "alert.alice"));
        publisher.publish(events, true, acknowledged::add);
        assertThat(acknowledged).hasSize(33);
        assertThat(stored("ALERTS")).isEqualTo(names(31, 33));
    }

    @Test
    void nothingIsBufferedForAServerThatIsAwayAndPublicationGoesOnAfter() throws Exception {
        publisher.publish(events(1, 1, "evt.order.a.1.A.x"), false, acknowledged::add);
        server.kill();
        assertThatThrownBy(() -> publisher.publish(events(2, 3, "evt.order.a.1.A.x"), false, acknowledged::add))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> publisher.publish(events(2, 3, "evt.order.a.1.A.x"), false, acknowledged::add))
                .isInstanceOf(IOException.class);
        server.restart();
        assertThat(stored("EVENTS")).as("what a dropped connection held").isEqualTo(names(1, 1));
        publisher.publish(events(2, 3, "evt.order.a.1.A.x"), false, acknowledged::add);
        assertThat(stored("EVENTS")).isEqualTo(names(1, 3));
    }

    @Test
    void whatTheServerRefusesIsNotAcknowledged() {
        List<EventToPublish> nowhere = events(1, 1, "nowhere.at.all");
        assertThatThrownBy(() -> publisher.publish(nowhere, false, acknowledged::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("publication was not acknowledged");
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void nothingToPublishNeedsNoServer() throws Exception {
        server.kill();
        publisher.publish(List.of(), true, acknowledged::add);
        assertThat(acknowledged).isEmpty();
    }

    private List<String> stored(String stream) {
        try (Connection fresh = Floor.connect(server)) {
            return StoredMessages.in(fresh, stream, ">").stream()
                    .map(MessageInfo::getHeaders)
                    .map(headers -> String.valueOf(headers.getFirst("Nats-Msg-Id")))
                    .toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<EventToPublish> events(int first, int last, String subject) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(n -> new EventToPublish(
                        "e" + n, subject, "test", null, ("body " + n).getBytes(StandardCharsets.UTF_8), null, false))
                .toList();
    }

    private static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(n -> "e" + n).toList();
    }
}
