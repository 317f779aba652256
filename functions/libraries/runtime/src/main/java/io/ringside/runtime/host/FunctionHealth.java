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

/** Ready when every function of the process runs; paused, starting and failed functions say why. */
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
            ready &= state.phase() == LoopState.Phase.RUNNING;
            details.put(
                    loop.name(),
                    Map.of(
                            "phase", state.phase().name(),
                            "detail", state.detail(),
                            "partitions", state.partitions(),
                            "lag", state.lag()));
        }
        return Publishers.just(HealthResult.builder("functions", ready ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build());
    }
}
