package io.ringside.testkit;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.risk.LimitKind;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Answers in place of the risk check: approves all but one quantity, says of another that it lifts its account to a
 * level of its limit, and remembers what it was asked.
 */
public final class RiskStandIn {
    /** The quantity that it refuses. */
    public static final String TOO_MUCH = "99";
    /** The quantity that lifts its account to {@link #LEVEL}. */
    public static final String LIFTING = "75";
    /** Of a limit of 100. */
    public static final LimitReached LEVEL = new LimitReached(LimitKind.NET_POSITION, 75, LIFTING, "100");

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
        List<RiskVerdicts.Verdict> verdicts =
                body.requests().stream().map(RiskStandIn::verdict).toList();
        connection.publish(call.getReplyTo(), Wire.encode(new RiskVerdicts(verdicts)));
    }

    private static RiskVerdicts.Verdict verdict(ReserveRisk.Request request) {
        boolean refused = isOf(request, TOO_MUCH);
        return new RiskVerdicts.Verdict(
                request.account(),
                request.clientOrderId(),
                !refused,
                refused ? "ORDER_SIZE" : null,
                refused ? "99 is too much." : null,
                1,
                "100.00",
                isOf(request, LIFTING) ? LEVEL : null);
    }

    private static boolean isOf(ReserveRisk.Request request, String quantity) {
        return new BigDecimal(request.quantity()).compareTo(new BigDecimal(quantity)) == 0;
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
