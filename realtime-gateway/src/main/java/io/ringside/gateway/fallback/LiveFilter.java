package io.ringside.gateway.fallback;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.ringside.gateway.upgrade.Admission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds fallbacks to the same door as sockets, and asks whatever stands between to keep and change nothing. */
@ServerFilter({"/live", "/live/**"})
final class LiveFilter {
    private static final Set<String> BEGINNINGS = Set.of("/live/sse", "/live/poll");

    private final Admission admission;

    LiveFilter(Admission admission) {
        this.admission = admission;
    }

    @RequestFilter
    @Order(0)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (BEGINNINGS.contains(request.getPath())) {
            admission.admit(request, LiveController.PROTOCOL);
        } else {
            admission.checkOrigin(request);
        }
        return null;
    }

    // Before all others, so that what another filter refuses has them, too.
    @ResponseFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void answer(MutableHttpResponse<?> response) {
        response.header(HttpHeaders.CACHE_CONTROL, "no-store, no-transform").header("X-Accel-Buffering", "no");
    }
}
