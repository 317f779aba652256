package io.ringside.gateway.position;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.position.PositionList;
import io.ringside.contracts.position.PositionQuery;
import io.ringside.contracts.position.PositionValuation;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.nats.NatsSettings;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.runtime.call.CircuitBreaker;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Positions as the function that books them values them: whoever asks here and whoever listens to the feed is told the
 * same. Without an answer nothing is said instead of it.
 */
@Singleton
class Positions {
    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
    private static final String SUBJECT = Subjects.query("position", "list");
    /** Bytes of one answer: as many positions as it may hold need a quarter. */
    private static final int ANSWER_BYTES_MAX = 256 * 1024;
    /** Questions without an answer in a row after which none is asked for a while. */
    private static final int FAILURES_MAX = 5;

    /** Calls of this node that wait for answers; the function itself takes 1,000 questions. */
    private static final int CALLS_MAX = 200;

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final long RETRY_AFTER_MS = PAUSE.toMillis();

    private final Connection connection;
    /** How long the function may take. */
    private final Duration patience;

    private final CircuitBreaker breaker;
    private final Semaphore calls = new Semaphore(CALLS_MAX);
    private final Counter unanswered;

    Positions(Connection connection, NatsSettings settings, InstantSource clock, MeterRegistry meters) {
        this.connection = connection;
        patience = settings.patience();
        breaker = new CircuitBreaker(FAILURES_MAX, PAUSE, clock);
        unanswered = Counter.builder("ringside.gateway.positions.unanswered")
                .description("calls for positions without an answer, and those not made therefore")
                .register(meters);
    }

    /**
     * Of these accounts, one account after the other. Blocks.
     *
     * @throws Refusal when they cannot be told now
     */
    List<PositionValuation> of(List<String> accounts) {
        if (!calls.tryAcquire()) {
            throw unavailable();
        }
        try {
            return ask(accounts);
        } finally {
            calls.release();
        }
    }

    private List<PositionValuation> ask(List<String> accounts) {
        if (!breaker.permits()) {
            throw unavailable();
        }
        try {
            List<PositionValuation> positions = answers(accounts);
            breaker.succeeded();
            return positions;
        } catch (IllegalStateException | ExecutionException | TimeoutException | Wire.UndecodableException e) {
            breaker.failed();
            LOG.warn("positions are not told, the breaker is {}: {}", breaker.state(), e.toString());
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private List<PositionValuation> answers(List<String> accounts)
            throws InterruptedException, ExecutionException, TimeoutException, Wire.UndecodableException {
        List<CompletableFuture<Message>> asked = accounts.stream()
                .map(account ->
                        connection.requestWithTimeout(SUBJECT, Wire.encode(new PositionQuery(account)), patience))
                .toList();
        List<PositionValuation> positions = new ArrayList<>();
        for (CompletableFuture<Message> each : asked) {
            Message answer = each.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            positions.addAll(Wire.decode(answer.getData(), PositionList.class, ANSWER_BYTES_MAX)
                    .positions());
        }
        return positions;
    }

    private Refusal unavailable() {
        unanswered.increment();
        return new Refusal(Fault.later(ErrorCode.UNAVAILABLE, "Positions cannot be told now.", RETRY_AFTER_MS));
    }
}
