package io.ringside.provision.messaging;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.StreamConfiguration;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.messaging.Change.Difference;
import io.ringside.provision.messaging.Change.Kind;
import io.ringside.provision.messaging.Change.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a catalogue onto a server: creates what is missing, updates what differs, says what it did. */
public final class MessagingProvisioner {
    private static final int STREAM_NOT_FOUND = 10059;
    private static final int CONSUMER_NOT_FOUND = 10014;

    private final JetStreamManagement management;
    private final boolean changing;

    private MessagingProvisioner(JetStreamManagement management, boolean changing) {
        this.management = management;
        this.changing = changing;
    }

    /** Makes the server what the catalogue says. Streams that the catalogue does not know stay untouched. */
    public static List<Change> apply(Connection connection, MessagingCatalog catalog) {
        return run(connection, catalog, true);
    }

    /** What {@link #apply} would do. */
    public static List<Change> compare(Connection connection, MessagingCatalog catalog) {
        return run(connection, catalog, false);
    }

    private static List<Change> run(Connection connection, MessagingCatalog catalog, boolean changing) {
        try {
            MessagingProvisioner provisioner = new MessagingProvisioner(connection.jetStreamManagement(), changing);
            List<Change> changes = new ArrayList<>();
            for (StreamPlan plan : catalog.streams()) {
                changes.add(provisioner.stream(plan));
            }
            for (BucketPlan plan : catalog.buckets()) {
                changes.add(provisioner.bucket(plan));
            }
            for (ConsumerPlan plan : catalog.consumers()) {
                changes.add(provisioner.consumer(plan));
            }
            return changes;
        } catch (IOException e) {
            throw new ProvisionException("NATS server: " + e.getMessage(), e);
        }
    }

    private Change stream(StreamPlan plan) throws IOException {
        return stream(
                Kind.STREAM,
                plan.name(),
                plan.name(),
                found -> plan.over(found.map(StreamConfiguration::builder).orElseGet(StreamConfiguration::builder)));
    }

    /** A bucket is a stream with a name of its own kind. */
    private Change bucket(BucketPlan plan) throws IOException {
        StreamConfiguration planned = plan.configuration().getBackingConfig();
        return stream(Kind.BUCKET, plan.name(), planned.getName(), found -> planned);
    }

    private Change stream(Kind kind, String name, String streamName, Planned planned) throws IOException {
        try {
            Optional<StreamConfiguration> actual = existing(streamName);
            StreamConfiguration wanted = planned.over(actual);
            List<Difference> differences =
                    actual.map(found -> ServerView.differences(found, wanted)).orElse(List.of());
            if (changing && actual.isEmpty()) {
                management.addStream(wanted);
            } else if (changing && !differences.isEmpty()) {
                management.updateStream(wanted);
            }
            return change(kind, name, actual.isPresent(), differences);
        } catch (JetStreamApiException e) {
            throw refused(kind, name, e);
        }
    }

    private Change consumer(ConsumerPlan plan) throws IOException {
        try {
            Optional<ConsumerConfiguration> actual = existing(plan);
            ConsumerConfiguration wanted =
                    plan.over(actual.map(ConsumerConfiguration::builder).orElseGet(ConsumerConfiguration::builder));
            List<Difference> differences =
                    actual.map(found -> ServerView.differences(found, wanted)).orElse(List.of());
            if (changing && (actual.isEmpty() || !differences.isEmpty())) {
                management.addOrUpdateConsumer(plan.stream(), wanted);
            }
            return change(Kind.CONSUMER, plan.stream() + "/" + plan.name(), actual.isPresent(), differences);
        } catch (JetStreamApiException e) {
            throw refused(Kind.CONSUMER, plan.name(), e);
        }
    }

    private static Change change(Kind kind, String name, boolean existed, List<Difference> differences) {
        if (!existed) {
            return new Change(kind, name, Outcome.CREATED, List.of());
        }
        return new Change(kind, name, differences.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED, differences);
    }

    private Optional<StreamConfiguration> existing(String name) throws IOException, JetStreamApiException {
        try {
            return Optional.of(management.getStreamInfo(name).getConfiguration());
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == STREAM_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<ConsumerConfiguration> existing(ConsumerPlan plan) throws IOException, JetStreamApiException {
        try {
            return Optional.of(
                    management.getConsumerInfo(plan.stream(), plan.name()).getConsumerConfiguration());
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == CONSUMER_NOT_FOUND || e.getApiErrorCode() == STREAM_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static ProvisionException refused(Kind kind, String name, JetStreamApiException cause) {
        return new ProvisionException(kind + " " + name + " is refused by the server: " + cause.getMessage(), cause);
    }

    /** The configuration that a plan makes of what a server holds. */
    @FunctionalInterface
    private interface Planned {
        StreamConfiguration over(Optional<StreamConfiguration> actual);
    }
}
