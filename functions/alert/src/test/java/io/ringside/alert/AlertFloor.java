package io.ringside.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.StoredMessages;
import io.ringside.testkit.SubjectRecorder;
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
        servers.send(
                Subjects.alertCommand("acknowledge", user),
                "@" + user + '/' + command.clientCommandId() + command.hashCode(),
                sender,
                command);
    }

    /** The next push of this type to the user, once it is there. */
    Message push(String type) {
        return live.awaitMatching(
                message -> message.getSubject().equals(Subjects.liveAlerts(user))
                        && type(message).equals(type),
                Eventually.DEADLINE);
    }

    /** What the user was refused, once it is there. */
    Message refused() {
        return inbox.awaitMatching(
                message -> message.getSubject().equals(Subjects.inbox(user))
                        && type(message).equals("alert.refused"),
                Eventually.DEADLINE);
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

    private ApplicationContext run() {
        return FunctionApplication.run("alert", Alert.class, servers.properties("alert"));
    }

    @Override
    public void close() {
        application.close();
        servers.close();
    }
}
