package io.ringside.gateway.http;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.ringside.gateway.json.Malformed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses what nobody asks for in a query: a filter with a slip in its name would else be one that filters nothing.
 */
@ServerFilter("/api/**")
public final class QueryNames {
    QueryNames() {}

    @RequestFilter
    void check(HttpRequest<?> request) {
        RouteMatch<?> match = RouteAttributes.getRouteMatch(request).orElse(null);
        if (!(match instanceof MethodBasedRouteMatch<?, ?> method)) {
            return;
        }
        List<Argument<?>> arguments = List.of(method.getArguments());
        // Routes that take whatever there is see to it themselves.
        if (arguments.stream().anyMatch(argument -> argument.getType() == HttpParameters.class)) {
            return;
        }
        Set<String> known = arguments.stream()
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
                .map(Argument::getName)
                .collect(Collectors.toSet());
        try {
            check(request.getParameters(), known);
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    /** Refuses a parameter that is none of these, or that is given more than once. */
    public static void check(HttpParameters parameters, Set<String> known) throws Malformed {
        for (Map.Entry<String, List<String>> parameter : parameters) {
            if (!known.contains(parameter.getKey())) {
                throw new Malformed(shown(parameter.getKey()), "is not a known parameter");
            }
            if (parameter.getValue().size() > 1) {
                throw new Malformed(parameter.getKey(), "must be given once");
            }
        }
    }

    private static String shown(String name) {
        return name.length() > 64 ? name.substring(0, 64) : name;
    }
}
