package io.ringside.testkit;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Answers in place of the risk check: approves all but one quantity, and remembers what it was asked. */
public final class RiskStandIn {
    /** The quantity that it refuses. */
    public static final String TOO_MUCH = "99";

    /** Everything that it was asked, in order. */
    public final List<ReserveRisk.Request> asked = new CopyOnWriteArrayList<>();

    private final Connection connection;
    private @Nullable Dispatcher answering;

    /** Answers at once. */
    public RiskStandIn(Connection connection) {
        this.connection = connection;
        start();
    }

    /** Answers again. */
    public void start() {
        Dispatcher created = connection.createDispatcher();
        created.subscribe(Subjects.RISK_RESERVE, this::answer);
        answering = created;
        flush();
    }

    /** Answers nobody. */
    public void stop() {
        if (answering != null) {
            connection.closeDispatcher(answering);
            answering = null;
        }
        flush();
    }

    private void answer(Message call) {
        ReserveRisk body = OwnServers.decoded(call.getData(), ReserveRisk.class);
        asked.addAll(body.requests());
        List<RiskVerdicts.Verdict> verdicts = body.requests().stream()
                .map(request -> new BigDecimal(request.quantity()).compareTo(new BigDecimal(TOO_MUCH)) == 0
                        ? verdict(request, false, "ORDER_SIZE", "99 is too much.")
                        : verdict(request, true, null, null))
                .toList();
        connection.publish(call.getReplyTo(), Wire.encode(new RiskVerdicts(verdicts)));
    }

    private static RiskVerdicts.Verdict verdict(
            ReserveRisk.Request request, boolean approved, @Nullable String reason, @Nullable String text) {
        return new RiskVerdicts.Verdict(
                request.account(), request.clientOrderId(), approved, reason, text, 1, "100.00", null);
    }

    /** The server knows of the subscription, or of its end. */
    private void flush() {
        try {
            connection.flush(Eventually.DEADLINE);
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
