package io.ringside.local.supervision;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

/** A program that a test has as its child: it serves its health where it is told to, as functions do. */
final class SmallService {
    private SmallService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("REFUSES_TO_START") != null) {
            System.exit(3);
        }
        int port = Integer.parseInt(Objects.requireNonNull(System.getenv("MICRONAUT_SERVER_PORT")));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health/readiness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
