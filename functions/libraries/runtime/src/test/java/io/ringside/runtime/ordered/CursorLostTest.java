package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.nats.client.JetStreamManagement;
import io.nats.client.PurgeOptions;
import io.ringside.provision.servers.Folders;
import io.ringside.testkit.Floor;
import io.ringside.testkit.MadeAgain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream under the cursors is not the one they were made in: nothing is handled, nothing moves, health says it. */
class CursorLostTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final Pattern STORE = Pattern.compile("\"store_dir\":\\s*\"([^\"]+)\"");

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @BeforeEach
    void open() throws Exception {
        handleUpTo(3);
    }

    @Test
    void aStreamWhoseNextMessagesAreGoneStopsTheFunction() throws Exception {
        for (int i = 4; i <= 7; i++) {
            send(i);
        }
        management().purgeStream("COMMANDS", PurgeOptions.builder().sequence(6).build());
        mustStopSaying("in stream COMMANDS, whose first message is 6");
    }

    @Test
    void aStreamThatWasRestoredFromAnOlderCopyStopsTheFunction(@TempDir Path folder) throws Exception {
        Path data = dataOfTheServer();
        Path copy = folder.resolve("copy");
        floor.nats.stop();
        copy(data, copy);
        floor.nats.restart();
        handleUpTo(6);
        floor.nats.stop();
        Folders.delete(data);
        copy(copy, data);
        floor.nats.restart();
        send(7);
        mustStopSaying("stands at 6 in stream COMMANDS, whose last message is 4");
    }

    @Test
    void aStreamThatWasMadeAnewStopsTheFunction() throws Exception {
        var configuration = management().getStreamInfo("COMMANDS").getConfiguration();
        management().deleteStream("COMMANDS");
        MadeAgain.stream(management(), configuration);
        for (int i = 4; i <= 9; i++) {
            send(i);
        }
        mustStopSaying("ledger: stream COMMANDS was created");
    }

    private void mustStopSaying(String why) throws Exception {
        List<String> entries = floor.entries();
        List<String> places = places();
        try (ApplicationContext instance = floor.instance()) {
            URI readiness = URI.create(instance.getBean(EmbeddedServer.class).getURL() + "/health/readiness");
            LedgerFloor.eventually(
                    "a stop", DEADLINE, () -> get(readiness).body().contains(why));
            HttpResponse<String> health = get(readiness);
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("FAILED").contains("rebuild the stream from the remembered events");
        }
        assertThat(floor.entries()).isEqualTo(entries);
        assertThat(places()).isEqualTo(places);
        assertThat(floor.deadLetters()).isEmpty();
    }

    private void handleUpTo(int last) throws Exception {
        int first = floor.entries().size() + 1;
        for (int i = first; i <= last; i++) {
            send(i);
        }
        try (ApplicationContext instance = floor.instance()) {
            LedgerFloor.eventually(
                    "facts up to " + last, DEADLINE, () -> floor.facts("ACC").size() == last);
        }
    }

    private void send(int number) throws Exception {
        Floor.awaitReconnected(floor.connection);
        floor.send("ACC", "a" + number, "ADA-XBT", "");
    }

    private JetStreamManagement management() throws IOException {
        return floor.connection.jetStreamManagement();
    }

    /** Where each partition stands: in the streams, and with its own events. */
    private List<String> places() {
        return floor.database.rows("""
            select function, partition, stream, stream_identity, sequence, ordinal, published
            from runtime.cursor join runtime.partition using (function, partition)
            where function = 'ledger' order by partition, stream\
            """);
    }

    private Path dataOfTheServer() {
        Matcher found = STORE.matcher(
                get(URI.create(floor.nats.monitoringUrl() + "/varz")).body());
        assertThat(found.find()).isTrue();
        return Path.of(found.group(1));
    }

    private static HttpResponse<String> get(URI address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
