package io.ringside.riskcheck;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import io.nats.client.Connection;
import io.nats.service.Service;
import io.nats.service.ServiceBuilder;
import io.nats.service.ServiceEndpoint;
import io.nats.service.ServiceMessage;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code rpc.risk.reserve} as a NATS service: instances share its queue group. Calls are answered one at a time. An
 * error answer carries a code and one of our own sentences, never the text of an exception.
 */
@Singleton
class ReserveService implements ApplicationEventListener<ApplicationStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ReserveService.class);
    private static final String VERSION = "1.0.0";
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;
    /** How long a stop waits for the call at hand. */
    private static final Duration DRAIN_MAX = Duration.ofSeconds(2);

    private final Connection connection;
    private final ReserveCall call;
    private final MeterRegistry metrics;
    private final Timer answered;
    private @Nullable Service service;

    ReserveService(Connection connection, ReserveCall call, MeterRegistry metrics) {
        this.connection = connection;
        this.call = call;
        this.metrics = metrics;
        this.answered = Timer.builder("ringside.risk.reserve")
                .description("from a call's arrival to its answer")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(metrics);
    }

    @Override
    public void onApplicationEvent(ApplicationStartupEvent event) {
        Service started = new ServiceBuilder()
                .connection(connection)
                .name("risk-check")
                .version(VERSION)
                .description("decides and reserves pre-trade risk")
                .drainTimeout(DRAIN_MAX)
                .addServiceEndpoint(ServiceEndpoint.builder()
                        .endpointName("reserve")
                        .endpointSubject(Subjects.RISK_RESERVE)
                        .handler(this::answer)
                        .build())
                .build();
        started.startService();
        service = started;
    }

    @PreDestroy
    void stop() {
        if (service != null) {
            service.stop();
        }
    }

    private void answer(ServiceMessage message) {
        Timer.Sample sample = Timer.start(metrics);
        try {
            RiskVerdicts verdicts =
                    call.decide(Wire.decode(message.getData(), ReserveRisk.class, ReserveRisk.BODY_BYTES_MAX));
            verdicts.verdicts().forEach(this::count);
            message.respond(connection, Wire.encode(verdicts));
        } catch (Wire.UndecodableException | IllegalArgumentException e) {
            LOG.warn("a call cannot be read: {}", e.getMessage());
            message.respondStandardError(connection, "the call cannot be read", BAD_REQUEST);
        } catch (RuntimeException e) {
            LOG.error("a call could not be decided", e);
            message.respondStandardError(connection, "the call could not be decided", UNAVAILABLE);
        } finally {
            sample.stop(answered);
        }
    }

    private void count(RiskVerdicts.Verdict verdict) {
        String outcome = verdict.reason() == null ? "APPROVED" : verdict.reason();
        metrics.counter("ringside.risk.verdicts", "outcome", outcome).increment();
    }
}
