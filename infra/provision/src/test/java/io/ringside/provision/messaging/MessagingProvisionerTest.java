package io.ringside.provision.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.Republish;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import io.ringside.provision.messaging.Change.Difference;
import io.ringside.provision.messaging.Change.Kind;
import io.ringside.provision.messaging.Change.Outcome;
import io.ringside.provision.servers.NatsBinary;
import io.ringside.provision.servers.NatsServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of this repository on a real server. */
class MessagingProvisionerTest {
    private static final MessagingCatalog CATALOG =
            MessagingCatalog.read(Repository.find().messaging());

    private final NatsServer server;
    private final Connection connection;
    private final JetStreamManagement management;

    MessagingProvisionerTest(@TempDir Path folder) throws Exception {
        server = NatsServer.start(NatsBinary.obtain(line -> {}), folder);
        connection = Nats.connect(Options.builder()
                .server(server.url())
                .connectionTimeout(Duration.ofSeconds(60))
                .build());
        management = connection.jetStreamManagement();
    }

    @AfterEach
    void stopServer() throws Exception {
        connection.close();
        server.close();
    }

    @Test
    void createsWhatIsMissingAndFindsNoDifferenceAfterwards() {
        assertThat(MessagingProvisioner.apply(connection, CATALOG))
                .isNotEmpty()
                .allMatch(change -> change.outcome() == Outcome.CREATED);
        assertThat(MessagingProvisioner.apply(connection, CATALOG))
                .allMatch(change -> change.outcome() == Outcome.UNCHANGED);
    }

    @Test
    void whatTheServerHoldsIsWhatTheFilesSay() throws Exception {
        MessagingProvisioner.apply(connection, CATALOG);

        StreamConfiguration commands = management.getStreamInfo("COMMANDS").getConfiguration();
        assertThat(commands.getSubjects()).containsExactly("cmd.>");
        assertThat(commands.getMaxAge()).isEqualTo(Duration.ofDays(7));
        assertThat(commands.getAllowAtomicPublish()).isTrue();
        assertThat(commands.getStorageType()).isEqualTo(StorageType.File);
        StreamConfiguration inbox = management.getStreamInfo("INBOX").getConfiguration();
        assertThat(inbox.getMaxMsgsPerSubject()).isEqualTo(101);
        assertThat(inbox.getRepublish().getDestination()).isEqualTo("live.user.{{wildcard(1)}}");
    }

    @Test
    void namesEachFieldThatAServerHoldsOtherwiseAndPutsItRight() throws Exception {
        MessagingProvisioner.apply(connection, CATALOG);
        StreamConfiguration commands = management.getStreamInfo("COMMANDS").getConfiguration();
        management.updateStream(StreamConfiguration.builder(commands)
                .maxAge(Duration.ofDays(1))
                .allowDirect(false)
                .build());

        Change expected = new Change(
                Kind.STREAM,
                "COMMANDS",
                Outcome.UPDATED,
                List.of(
                        new Difference("max_age_seconds", "86400", "604800"),
                        new Difference("allow_direct", "false", "true")));
        assertThat(MessagingProvisioner.compare(connection, CATALOG)).contains(expected);
        assertThat(MessagingProvisioner.apply(connection, CATALOG)).contains(expected);
        assertThat(MessagingProvisioner.compare(connection, CATALOG))
                .allMatch(change -> change.outcome() == Outcome.UNCHANGED);
    }

    @Test
    void aDurableConsumerIsCreatedUpdatedAndLeftAlone() {
        MessagingCatalog before = withConsumer(consumer(Duration.ofSeconds(30)));
        MessagingCatalog after = withConsumer(consumer(Duration.ofSeconds(60)));
        MessagingProvisioner.apply(connection, before);

        assertThat(MessagingProvisioner.compare(connection, before).getLast().outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(MessagingProvisioner.apply(connection, after).getLast())
                .hasToString("CONSUMER EVENTS/webhooks UPDATED: ack_wait_seconds 30 -> 60");
        assertThat(MessagingProvisioner.compare(connection, after).getLast().outcome())
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aRepublicationThatThePlanNoLongerHasIsTakenAway() throws Exception {
        MessagingProvisioner.apply(connection, CATALOG);
        management.updateStream(
                StreamConfiguration.builder(management.getStreamInfo("EVENTS").getConfiguration())
                        .republish(new Republish("evt.>", "live.evt.>", false))
                        .build());

        assertThat(MessagingProvisioner.apply(connection, CATALOG))
                .filteredOn(change -> change.outcome() != Outcome.UNCHANGED)
                .singleElement()
                .hasToString("STREAM EVENTS UPDATED: republish evt.> to live.evt.> -> ");
        assertThat(management.getStreamInfo("EVENTS").getConfiguration().getRepublish())
                .isNull();
    }

    @Test
    void theLimitMarkerOfABucketIsComparedAndPutRight() {
        MessagingProvisioner.apply(connection, withBucket(Duration.ofSeconds(60)));

        assertThat(MessagingProvisioner.compare(connection, withBucket(Duration.ofSeconds(60))))
                .allMatch(change -> change.outcome() == Outcome.UNCHANGED);
        assertThat(MessagingProvisioner.apply(connection, withBucket(Duration.ofSeconds(30)))
                        .getLast())
                .hasToString("BUCKET desk UPDATED: limit_marker_seconds 60 -> 30");
        assertThat(MessagingProvisioner.compare(connection, withBucket(Duration.ofSeconds(30))))
                .allMatch(change -> change.outcome() == Outcome.UNCHANGED);
    }

    @Test
    void whatTheServerRefusesIsNamed() {
        MessagingProvisioner.apply(connection, CATALOG);
        ConsumerPlan everything = new ConsumerPlan(
                "webhooks", "EVENTS", "because", List.of("evt.a.>", "evt.a.b"), "all", Duration.ofSeconds(30), 5, 10);
        assertThatThrownBy(() -> MessagingProvisioner.apply(connection, withConsumer(everything)))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("webhooks");
    }

    private static ConsumerPlan consumer(Duration ackWait) {
        return new ConsumerPlan("webhooks", "EVENTS", "delivers", List.of("evt.>"), "all", ackWait, 5, 10);
    }

    private static MessagingCatalog withBucket(Duration limitMarker) {
        BucketPlan desk = new BucketPlan(
                "desk", "who is here", "memory", 1, Duration.ZERO, 1 << 20, -1, Optional.of(limitMarker), 1);
        return new MessagingCatalog(List.of(), List.of(), List.of(desk));
    }

    private static MessagingCatalog withConsumer(ConsumerPlan consumer) {
        return new MessagingCatalog(CATALOG.streams(), List.of(consumer), CATALOG.buckets());
    }
}
