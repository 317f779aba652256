package io.ringside.contracts;

import io.ringside.contracts.market.VolatilityAlert;
import io.ringside.contracts.session.AlgorithmDecision;
import io.ringside.contracts.session.EmergencyStop;
import io.ringside.contracts.session.SessionRiskAlert;
import io.ringside.contracts.session.SessionState;
import io.ringside.contracts.session.SessionStatus;
import java.time.Instant;
import java.util.List;

/** The records of trading sessions: whole first, least second. */
final class SessionSamples {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
    private static final String SESSION = "01990000-0000-7000-8000-00000000000b";
    private static final String ID = "01990000-0000-7000-8000-00000000000c";

    private SessionSamples() {}

    static List<List<Record>> all() {
        return List.of(
                List.of(new SessionState(
                        SESSION,
                        SessionStatus.ACTIVE,
                        new SessionState.Metrics("-125.50", "USD", 14, "62.75", 1_800, "71.4"),
                        3,
                        NOON)),
                List.of(new AlgorithmDecision(
                        ID,
                        SESSION,
                        "mean-reversion",
                        AlgorithmDecision.Choice.CLOSE_POSITION,
                        "The price is back at its mean.",
                        "0.82",
                        new AlgorithmDecision.Market("ADA-XBT", "0.000010100", "1200.5"),
                        NOON)),
                List.of(new SessionRiskAlert(
                        ID,
                        SESSION,
                        SessionRiskAlert.Level.EMERGENCY,
                        SessionRiskAlert.Cause.LOSS_LIMIT,
                        "The loss limit is used up.",
                        "200.50",
                        "200",
                        NOON)),
                List.of(
                        new EmergencyStop(SESSION, "The loss limit is used up.", "alice", NOON),
                        new EmergencyStop(SESSION, "The loss limit is used up.", null, NOON)),
                List.of(new VolatilityAlert("ADA-XBT", "4.2", "3", 300, NOON)));
    }
}
