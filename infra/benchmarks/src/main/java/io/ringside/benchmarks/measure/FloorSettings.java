package io.ringside.benchmarks.measure;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.ringside.benchmarks.floor.ReadyFloor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the servers of a floor promise about disks, asked of themselves. */
public final class FloorSettings {
    private FloorSettings() {}

    /** Setting by name. */
    public static Map<String, String> of(ReadyFloor floor, HttpClient client)
            throws SQLException, IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>();
        try (var connection = floor.jdbc().connect();
                var statement = connection.createStatement()) {
            for (String name : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes")) {
                try (var row = statement.executeQuery("show " + name)) {
                    row.next();
                    settings.put("postgresql " + name, row.getString(1));
                }
            }
        }
        JsonNode nats = ask(client, floor.natsMonitoring() + "/varz");
        settings.put("nats-server version", text(nats.get("version")));
        JsonNode jetStream = nats.get("jetstream");
        JsonNode config = jetStream == null ? null : jetStream.get("config");
        settings.put("nats-server sync_always", config == null ? "?" : text(config.get("sync_always")));
        settings.put("java", Runtime.version().toString());
        settings.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return settings;
    }

    private static String text(@org.jspecify.annotations.Nullable JsonNode node) {
        return node == null ? "false" : String.valueOf(node.getValue());
    }

    private static JsonNode ask(HttpClient client, String address) throws IOException, InterruptedException {
        byte[] body = client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        return java.util.Objects.requireNonNull(ObjectMapper.getDefault().readValue(body, Argument.of(JsonNode.class)));
    }
}
