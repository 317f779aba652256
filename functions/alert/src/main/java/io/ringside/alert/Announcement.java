package io.ringside.alert;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AlertRefused;
import io.ringside.contracts.alert.AlertState;
import io.ringside.contracts.alert.AlertsAcknowledged;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.util.List;

/** What is told of alerts: facts to the log, to all devices of a user what is to be acknowledged and what was. */
final class Announcement {
    private static final String FEATURE = "alert.";
    private static final String REPEATED = "alert.repeated";
    private static final String ACKNOWLEDGED = "alert.acknowledged";
    private static final String REFUSED = "alert.refused";

    private Announcement() {}

    /** A new one. */
    static List<Emission> raised(AlertState alert) {
        return List.of(fact("raised", alert), new Emission(Subjects.alerts(alert.user()), FEATURE + "raised", alert));
    }

    /** One that stands, once more. */
    static Emission repeated(AlertState alert) {
        return new Emission(Subjects.alerts(alert.user()), REPEATED, alert);
    }

    /** To the log, where no function reads it yet. */
    static Emission fact(String verb, AlertState alert) {
        return new Emission(Subjects.alertFact(verb, alert.user(), alert.alertId()), FEATURE + verb, alert);
    }

    /** The outcome of a command. The one that leaves nothing takes the place of all that it settles. */
    static Emission acknowledged(AlertsAcknowledged outcome) {
        String subject = Subjects.alerts(outcome.user());
        return outcome.unacknowledged() == 0
                ? Emission.rollingUp(subject, ACKNOWLEDGED, outcome)
                : new Emission(subject, ACKNOWLEDGED, outcome);
    }

    /** A command that had no effect on these, in the words of the catalogue. */
    static Emission refused(String commandId, String user, List<String> alerts, RejectReason reason, Instant at) {
        return refused(commandId, user, alerts, reason, reason.sentence(), at);
    }

    /** The same in other words. */
    static Emission refused(
            String commandId, String user, List<String> alerts, RejectReason reason, String text, Instant at) {
        AlertRefused body = new AlertRefused(commandId, user, alerts, reason.name(), text, at);
        return new Emission(Subjects.inbox(user), REFUSED, body);
    }
}
