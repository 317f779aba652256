package io.ringside.ordersubmit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import jakarta.inject.Singleton;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Instant;
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
class RiskCall {
    private static final Logger LOG = LoggerFactory.getLogger(RiskCall.class);
    private static final String SERVICE_ERROR = "Nats-Service-Error";

    private final Connection connection;
    private final OrderSubmitSettings settings;
    private final InstantSource clock;
    private final Timer answered;
    private int failures;
    private Instant closedUntil = Instant.MIN;

    RiskCall(Connection connection, OrderSubmitSettings settings, InstantSource clock, MeterRegistry metrics) {
        this.connection = connection;
        this.settings = settings;
        this.clock = clock;
        this.answered = Timer.builder("ringside.order.risk.call")
                .description("asking the risk check for a batch")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(metrics);
    }

    /** The verdicts by order; empty when there was no answer in time. */
    Map<OrderKey, Verdict> ask(List<ReserveRisk.Request> requests) {
        if (requests.isEmpty() || clock.instant().isBefore(closedUntil)) {
            return Map.of();
        }
        try {
            Map<OrderKey, Verdict> verdicts = call(new ReserveRisk(requests));
            failures = 0;
            return verdicts;
        } catch (NoAnswerException | Wire.UndecodableException e) {
            LOG.warn("the risk check gave no verdict on {} orders: {}", requests.size(), e.getMessage());
            failed();
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("stopped while the risk check was asked"));
        }
    }

    private Map<OrderKey, Verdict> call(ReserveRisk body)
            throws InterruptedException, NoAnswerException, Wire.UndecodableException {
        Timer.Sample sample = Timer.start();
        Message answer = connection.request(Subjects.RISK_RESERVE, Wire.encode(body), settings.riskTimeout());
        sample.stop(answered);
        if (answer == null) {
            throw new NoAnswerException("nobody answered within " + settings.riskTimeout());
        }
        if (answer.hasHeaders() && answer.getHeaders().containsKey(SERVICE_ERROR)) {
            throw new NoAnswerException(answer.getHeaders().getFirst(SERVICE_ERROR));
        }
        RiskVerdicts verdicts = Wire.decode(answer.getData(), RiskVerdicts.class, ReserveRisk.BODY_BYTES_MAX);
        Map<OrderKey, Verdict> byOrder = HashMap.newHashMap(verdicts.verdicts().size());
        for (Verdict verdict : verdicts.verdicts()) {
            byOrder.put(new OrderKey(verdict.account(), verdict.clientOrderId()), verdict);
        }
        return byOrder;
    }

    private void failed() {
        failures++;
        if (failures >= settings.riskFailuresMax()) {
            failures = 0;
            closedUntil = clock.instant().plus(settings.riskPause());
            LOG.warn("the risk check is not asked until {}", closedUntil);
        }
    }

    /** There is no verdict, for this reason. */
    private static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String message) {
            super(message);
        }
    }
}
