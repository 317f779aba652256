package io.ringside.gateway.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.ringside.runtime.Ids;
import java.util.regex.Pattern;

/** Gives every call an id, the caller's own if it has one, that its answer and our log name. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class Correlation {
    static final String HEADER = "X-Correlation-Id";

    private static final String ATTRIBUTE = "ringside.correlation";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Ids ids;

    Correlation(Ids ids) {
        this.ids = ids;
    }

    @RequestFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void name(HttpRequest<?> request) {
        String given = request.getHeaders().get(HEADER);
        String id = given != null && ID.matcher(given).matches()
                ? given
                : ids.next().toString();
        request.setAttribute(ATTRIBUTE, id);
    }

    // Before all others, so that what another filter refuses is named, too.
    @ResponseFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(HEADER, of(request));
    }

    /** The id of this call. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse("none");
    }
}
