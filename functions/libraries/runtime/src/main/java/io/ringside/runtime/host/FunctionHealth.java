package io.ringside.runtime.host;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.ringside.runtime.ordered.FunctionLoop;
import io.ringside.runtime.ordered.LoopState;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Ready when every function of the process runs under its lease; paused, starting and failed functions say why. */
@Singleton
@Readiness
@Requires(beans = FunctionHost.class)
final class FunctionHealth implements HealthIndicator {
    private final FunctionHost host;

    FunctionHealth(FunctionHost host) {
        this.host = host;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        List<FunctionLoop> loops = host.running();
        Map<String, Object> details = new LinkedHashMap<>();
        boolean ready = !loops.isEmpty();
        for (FunctionLoop loop : loops) {
            LoopState state = loop.state();
            ready &= state.ready();
            details.put(loop.name(), details(state));
        }
        return Publishers.just(HealthResult.builder("functions", ready ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build());
    }

    /** In the order in which they are read: a map literal has none. */
    private static Map<String, Object> details(LoopState state) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("phase", state.phase().name());
        details.put("detail", state.detail());
        details.put("partitions", state.partitions());
        details.put("cursors", state.cursors());
        details.put("lag", state.lag());
        details.put("leased", state.leased());
        return details;
    }
}
