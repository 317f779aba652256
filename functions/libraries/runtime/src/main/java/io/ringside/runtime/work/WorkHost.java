package io.ringside.runtime.work;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.ringside.runtime.WorkFunction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** Runs every work function of this process; one whose consumer is missing ends the start. */
@Singleton
@Requires(beans = WorkFunction.class)
final class WorkHost implements ApplicationEventListener<ApplicationStartupEvent> {
    private final List<WorkFunction<?>> functions;
    private final Connection nats;
    private final RandomGenerator jitter;
    private final List<WorkLoop<?>> running = new CopyOnWriteArrayList<>();

    WorkHost(List<WorkFunction<?>> functions, Connection nats, RandomGenerator jitter) {
        this.functions = functions;
        this.nats = nats;
        this.jitter = jitter;
    }

    @Override
    public void onApplicationEvent(ApplicationStartupEvent event) {
        for (WorkFunction<?> function : functions) {
            try {
                running.add(WorkLoop.start(function, nats, jitter));
            } catch (IOException | JetStreamApiException e) {
                throw new IllegalStateException(
                        function.name() + " cannot bind to its consumer in " + function.stream() + ": "
                                + e.getMessage(),
                        e);
            }
        }
    }

    @PreDestroy
    void stop() {
        running.forEach(WorkLoop::close);
        running.clear();
    }
}
