package io.ringside.gateway.upgrade;

import io.ringside.gateway.socket.SocketSettings;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The origins that a browser may open a socket from. They are compared whole: neither a suffix nor {@code null}
 * passes. A request without an origin comes from a program, which has no cookies or pages that could be abused.
 */
@Singleton
final class Origins {
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int DEVELOPMENT_SERVER_PORT = 5173;

    private final Set<String> configured;

    Origins(SocketSettings settings) {
        configured = settings.origins().stream()
                .filter(origin -> !origin.isBlank())
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param server where the request came to */
    boolean allows(List<String> given, InetSocketAddress server) {
        if (given.isEmpty()) {
            return true;
        }
        String origin = given.getFirst().toLowerCase(Locale.ROOT);
        if (given.size() > 1) {
            return false;
        }
        return configured.isEmpty() ? isLocal(origin, server) : configured.contains(origin);
    }

    private static boolean isLocal(String origin, InetSocketAddress server) {
        return HOSTS.stream()
                .flatMap(host ->
                        Stream.of(server.getPort(), DEVELOPMENT_SERVER_PORT).map(port -> "http://" + host + ':' + port))
                .anyMatch(origin::equals);
    }
}
