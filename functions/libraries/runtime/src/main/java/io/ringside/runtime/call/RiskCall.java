package io.ringside.runtime.call;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the risk check once for a batch. A call that fails gives no verdicts; after some failures in a row no call is
 * made for a while, so that orders are refused at once instead of after the timeout.
 */
@Singleton
public class RiskCall {
    private static final Logger LOG = LoggerFactory.getLogger(RiskCall.class);
    private static final String SERVICE_ERROR = "Nats-Service-Error";

    private final Connection connection;
    private final Duration timeout;
    private final CircuitBreaker breaker;
    private final Timer answered;
    private final Counter unanswered;
    private final Counter notAsked;

    RiskCall(Connection connection, RiskCallSettings settings, InstantSource clock, MeterRegistry metrics) {
        this.connection = connection;
        this.timeout = settings.timeout();
        this.breaker = new CircuitBreaker(settings.failuresMax(), settings.pause(), clock);
        this.answered = Timer.builder("ringside.risk.call")
                .description("asking the risk check for a batch")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(metrics);
        this.unanswered = Counter.builder("ringside.risk.call.unanswered")
                .description("batches that the risk check was asked for without an answer")
                .register(metrics);
        this.notAsked = Counter.builder("ringside.risk.call.not.asked")
                .description("batches that the risk check was not asked for, because it had not answered before")
                .register(metrics);
        Gauge.builder("ringside.risk.call.breaker", breaker, it -> it.state().ordinal())
                .description("0 the risk check is asked, 1 it is tried again, 2 it is left alone")
                .register(metrics);
    }

    /** The verdicts by order; empty when there was no answer in time. */
    public Map<CommandKey, Verdict> ask(List<ReserveRisk.Request> requests) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        if (!breaker.permits()) {
            notAsked.increment();
            return Map.of();
        }
        try {
            Map<CommandKey, Verdict> verdicts = call(new ReserveRisk(requests));
            breaker.succeeded();
            return verdicts;
        } catch (NoAnswerException | Wire.UndecodableException e) {
            unanswered.increment();
            breaker.failed();
            LOG.warn(
                    "the risk check gave no verdict on {} orders, it is {} now: {}",
                    requests.size(),
                    breaker.state() == CircuitBreaker.State.OPEN ? "left alone" : "asked again",
                    e.getMessage());
            return Map.of();
        } catch (IllegalStateException e) {
            // It is we who are cut off: nothing was asked, and the orders are kept until we are back.
            throw new UncheckedIOException(new IOException("nats-server is away: " + e.getMessage(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("stopped while the risk check was asked"));
        }
    }

    private Map<CommandKey, Verdict> call(ReserveRisk body)
            throws InterruptedException, NoAnswerException, Wire.UndecodableException {
        Timer.Sample sample = Timer.start();
        Message answer = connection.request(Subjects.RISK_RESERVE, Wire.encode(body), timeout);
        sample.stop(answered);
        if (answer == null) {
            throw new NoAnswerException("nobody answered within " + timeout);
        }
        if (answer.hasHeaders() && answer.getHeaders().containsKey(SERVICE_ERROR)) {
            throw new NoAnswerException(answer.getHeaders().getFirst(SERVICE_ERROR));
        }
        RiskVerdicts verdicts = Wire.decode(answer.getData(), RiskVerdicts.class, ReserveRisk.BODY_BYTES_MAX);
        Map<CommandKey, Verdict> byOrder =
                HashMap.newHashMap(verdicts.verdicts().size());
        for (Verdict verdict : verdicts.verdicts()) {
            byOrder.put(new CommandKey(verdict.account(), verdict.clientOrderId()), verdict);
        }
        return byOrder;
    }

    /** There is no verdict, for this reason. */
    private static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String message) {
            super(message);
        }
    }
}
