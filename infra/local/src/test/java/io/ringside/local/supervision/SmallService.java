package io.ringside.local.supervision;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/** A program that a test has as its child: it serves its health where it is told to, as functions do. */
final class SmallService {
    private SmallService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("REFUSES_TO_START") != null) {
            System.exit(3);
        }
        String flag = System.getenv("SERVES_WHILE_THERE_IS");
        int port = Integer.parseInt(Objects.requireNonNull(System.getenv("MICRONAUT_SERVER_PORT")));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health/readiness", exchange -> {
            exchange.sendResponseHeaders(flag == null || Files.exists(Path.of(flag)) ? 200 : 503, -1);
            exchange.close();
        });
        server.createContext("/login", exchange -> answer(exchange, login(System.getenv())));
        server.createContext("/socket/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring("/socket/".length());
            answer(exchange, System.getenv().getOrDefault("RINGSIDE_SOCKET_" + name, "nothing"));
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String login(Map<String, String> environment) {
        String url = environment.get("JDBC_URL");
        if (url == null) {
            return environment.containsKey("JDBC_PASSWORD") ? "a thief" : "nobody";
        }
        try (Connection connection = DriverManager.getConnection(
                        url, environment.get("JDBC_USER"), environment.get("JDBC_PASSWORD"));
                ResultSet user = connection.createStatement().executeQuery("select current_user")) {
            user.next();
            return user.getString(1);
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
