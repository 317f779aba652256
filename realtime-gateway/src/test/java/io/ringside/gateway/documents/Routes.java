package io.ringside.gateway.documents;

import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.ringside.gateway.journey.GatewayUnderTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The routes that a running gateway really has. */
final class Routes {
    private static final List<String> OF_THE_APPLICATION = List.of("GET /", "GET /{+path}");

    private static final Pattern UNVERSIONED = Pattern.compile("^/api/(?!v[0-9]+/)");

    private Routes() {}

    /**
     * One of them.
     *
     * @param parameters of the query, by name
     * @param isOpen whether it needs no sign-in
     * @param answer type of the body of a good answer
     */
    record Route(List<String> parameters, boolean isOpen, Argument<?> answer) {}

    /** All of them that are described, by method and path: not the application's files. */
    static Map<String, Route> of(GatewayUnderTest gateway) {
        return all(gateway)
                .filter(route -> !isUnversioned(route))
                .collect(Collectors.toMap(Routes::name, Routes::route, (one, other) -> one, TreeMap::new));
    }

    /** Those that name no version of theirs. */
    static Set<String> unversioned(GatewayUnderTest gateway) {
        return all(gateway)
                .filter(Routes::isUnversioned)
                .map(Routes::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<UriRouteInfo<?, ?>> all(GatewayUnderTest gateway) {
        return gateway.beans()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .filter(route -> !OF_THE_APPLICATION.contains(name(route)));
    }

    private static boolean isUnversioned(UriRouteInfo<?, ?> route) {
        return UNVERSIONED.matcher(route.getUriMatchTemplate().toPathString()).find();
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + ' ' + route.getUriMatchTemplate().toPathString();
    }

    private static Route route(UriRouteInfo<?, ?> route) {
        List<String> parameters = Arrays.stream(route.getTargetMethod().getArguments())
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
                .map(Argument::getName)
                .toList();
        boolean open = Arrays.asList(route.getTargetMethod().stringValues(Secured.class))
                .contains(SecurityRule.IS_ANONYMOUS);
        return new Route(parameters, open, route.getResponseBodyType());
    }
}
