package io.ringside.runtime.strength;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What nats-server must be: 2.12.3 for the repairs of its storage, API level 2 for atomic batches and message TTL,
 * which an older server ignores silently, and {@code sync_interval: always}, without which an acknowledged message may
 * be gone after a power cut.
 */
public final class NatsStrength {
    private static final String VERSION_MIN = "2.12.3";
    private static final int API_LEVEL_MIN = 2;
    private static final String ALWAYS = "always";
    private static final Duration MONITOR_WAIT = Duration.ofSeconds(3);

    private NatsStrength() {}

    /**
     * Refuses a server that is weaker.
     *
     * @param monitor address of the server's monitoring endpoint, which alone tells how it syncs
     */
    public static void check(Connection connection, URI monitor)
            throws IOException, JetStreamApiException, InterruptedException {
        String version = connection.getServerInfo().getVersion();
        int level =
                connection.jetStreamManagement().getAccountStatistics().getApi().getLevel();
        List<String> weaknesses = weaknesses(version, level, syncInterval(monitor));
        if (!weaknesses.isEmpty()) {
            throw new WeakServerException("nats-server at " + connection.getConnectedUrl(), weaknesses);
        }
    }

    /** What is found and what is needed instead, for each point in which the server is too weak. */
    static List<String> weaknesses(String version, int apiLevel, String syncInterval) {
        List<String> weaknesses = new ArrayList<>();
        if (compare(version, VERSION_MIN) < 0) {
            weaknesses.add("version is " + version + ", needed is " + VERSION_MIN + " or newer");
        }
        if (apiLevel < API_LEVEL_MIN) {
            weaknesses.add("JetStream API level is " + apiLevel + ", needed is " + API_LEVEL_MIN + " or higher");
        }
        if (!syncInterval.equals(ALWAYS)) {
            weaknesses.add("sync_interval is " + syncInterval + ", needed is " + ALWAYS);
        }
        return weaknesses;
    }

    /** Compares dotted versions number by number; what follows a hyphen does not count. */
    static int compare(String one, String other) {
        String[] left = one.split("-", 2)[0].split("\\.");
        String[] right = other.split("-", 2)[0].split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference = Integer.compare(number(left, i), number(right, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int number(String[] parts, int index) {
        return index < parts.length ? Integer.parseInt(parts[index]) : 0;
    }

    private static String syncInterval(URI monitor) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(monitor.resolve("/varz"))
                .timeout(MONITOR_WAIT)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(MONITOR_WAIT).build()) {
            byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            return syncInterval(ObjectMapper.getDefault().readValue(body, Argument.mapOf(String.class, Object.class)));
        }
    }

    /** The setting as the server tells it; it says when it always syncs, and its interval in nanoseconds otherwise. */
    static String syncInterval(@Nullable Map<String, Object> varz) {
        if (varz == null
                || !(varz.get("jetstream") instanceof Map<?, ?> jetstream)
                || !(jetstream.get("config") instanceof Map<?, ?> config)) {
            return "not told";
        }
        if (Boolean.TRUE.equals(config.get("sync_always"))) {
            return ALWAYS;
        }
        return config.get("sync_interval") instanceof Number nanos
                ? Duration.ofNanos(nanos.longValue()).toSeconds() + " s"
                : "not told";
    }
}
