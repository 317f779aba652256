package io.ringside.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.api.StreamConfiguration;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Partitions;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.AlertRefused;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.MadeAgain;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.StoredMessages;
import io.ringside.testkit.SubjectRecorder;
import java.io.IOException;
import java.util.List;

/** alert as a whole on servers of its own, with a user of its own for each test. */
final class AlertFloor implements AutoCloseable {
    final OwnServers servers = new OwnServers();
    final Database database = servers.database;
    final SubjectRecorder live = SubjectRecorder.on(servers.connection, "live.alert.*");
    private final SubjectRecorder inbox = SubjectRecorder.on(servers.connection, "user.*");
    private ApplicationContext application = run();
    private int users;
    /** The user that the test is about. */
    String user = "";

    void openUser() {
        user = "trader-" + ++users;
        live.clear();
        inbox.clear();
    }

    void raise(RaiseAlert alert, String messageId) {
        servers.send(Subjects.alertCommand("raise", alert.user()), messageId, alert);
    }

    void raise(RaiseAlert alert) {
        raise(alert, alert.alertId());
    }

    void acknowledge(String id, String... alerts) {
        acknowledge(user, new AcknowledgeAlerts(id, user, List.of(alerts)));
    }

    void acknowledge(String sender, AcknowledgeAlerts command) {
        send(sender, "@" + user + '/' + command.clientCommandId() + command.hashCode(), command);
    }

    /** Sends this as an acknowledgement that was received for the user. */
    void send(String sender, String messageId, Object command) {
        servers.send(Subjects.alertCommand("acknowledge", user), messageId, sender, command);
    }

    /** The next push of this type to the user, once it is there. */
    Message push(String type) {
        return live.awaitMatching(
                message -> message.getSubject().equals(Subjects.liveAlerts(user))
                        && type(message).equals(type),
                Eventually.DEADLINE);
    }

    /** What this user was refused, once it is there. */
    AlertRefused refused(String addressee) {
        Message refused = inbox.awaitMatching(message -> isRefusal(message, addressee), Eventually.DEADLINE);
        return OwnServers.decoded(refused.getData(), AlertRefused.class);
    }

    /** Whether this user was refused nothing so far. */
    boolean refusedNothing(String addressee) {
        return inbox.heard().stream().noneMatch(message -> isRefusal(message, addressee));
    }

    /** Types of what the stream keeps for the user. */
    List<String> kept() {
        return StoredMessages.in(servers.connection, "ALERTS", Subjects.alerts(user)).stream()
                .map(message -> String.valueOf(message.getHeaders().getFirst(Headers.TYPE)))
                .toList();
    }

    /** The user's alerts in the book: order, count, who acknowledged. */
    List<String> rows() {
        return database.rows("select convert_from(body, 'UTF8')::json->>'clientOrderId', count, acknowledged_by "
                + "from alert.alert where trader = '" + user + "' order by raised_at, 1");
    }

    /** As if everything that the stream of alerts held had been lost, and the ids that the server knew as well. */
    void loseAlerts() {
        try {
            JetStreamManagement management = servers.connection.jetStreamManagement();
            StreamConfiguration configuration =
                    management.getStreamInfo("ALERTS").getConfiguration();
            management.deleteStream("ALERTS");
            MadeAgain.stream(management, configuration);
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if nobody had noted that anything of the user's was published. */
    void forgetPublications() {
        database.execute("update runtime.partition set published = 0 where partition = " + Partitions.of(user));
    }

    /** Stops the function, does this, and starts it again. */
    void restart(Runnable meanwhile) {
        application.close();
        meanwhile.run();
        application = run();
    }

    UnacknowledgedAlerts counter() {
        return application.getBean(UnacknowledgedAlerts.class);
    }

    MeterRegistry metrics() {
        return application.getBean(MeterRegistry.class);
    }

    static String type(Message message) {
        return String.valueOf(message.getHeaders().getFirst(Headers.TYPE));
    }

    static long header(Message message, String name) {
        return Long.parseLong(String.valueOf(message.getHeaders().getFirst(name)));
    }

    private static boolean isRefusal(Message message, String addressee) {
        return message.getSubject().equals(Subjects.inbox(addressee))
                && type(message).equals("alert.refused");
    }

    private ApplicationContext run() {
        return FunctionApplication.run("alert", Alert.class, servers.properties("alert"));
    }

    @Override
    public void close() {
        application.close();
        servers.close();
    }
}
