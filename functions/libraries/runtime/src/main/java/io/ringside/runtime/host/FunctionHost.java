package io.ringside.runtime.host;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.ordered.FunctionLoop;
import io.ringside.runtime.ordered.FunctionLoops;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs every ordered function of this process, once the servers have proved strong enough. */
@Singleton
@Requires(beans = OrderedFunction.class)
public final class FunctionHost implements ApplicationEventListener<ApplicationStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionHost.class);

    private final List<OrderedFunction<?>> functions;
    private final FunctionLoops loops;
    private final ServerStrength strength;
    private final List<FunctionLoop> running = new CopyOnWriteArrayList<>();

    FunctionHost(List<OrderedFunction<?>> functions, FunctionLoops loops, ServerStrength strength) {
        this.functions = functions;
        this.loops = loops;
        this.strength = strength;
    }

    @Override
    public void onApplicationEvent(ApplicationStartupEvent event) {
        strength.check();
        for (OrderedFunction<?> function : functions) {
            FunctionLoop loop = loops.loop(function);
            running.add(loop);
            loop.start();
            LOG.info("{} runs", function.name());
        }
    }

    /** How each loop stands. */
    public List<FunctionLoop> running() {
        return List.copyOf(running);
    }

    /** Finishes what is at hand and gives the partitions back. */
    @PreDestroy
    void stop() {
        List<Thread> stopping = new ArrayList<>();
        for (FunctionLoop loop : running) {
            stopping.add(Thread.ofPlatform().name("stop-" + loop.name()).start(loop::close));
        }
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running.clear();
    }
}
