package io.ringside.marketdata.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.marketdata.Recording;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import io.ringside.testkit.FloorProperties;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.StoredMessages;
import io.ringside.testkit.SubjectRecorder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and a real PostgreSQL. */
class QuotesOnNatsTest {
    private static final Duration DEADLINE = Eventually.DEADLINE;

    private Database database;
    private Connection connection;
    private SubjectRecorder quotes;

    @BeforeEach
    void prepare() {
        Floor.shared().freshStreams();
        database = Floor.shared().freshDatabase();
        database.execute("insert into reference.currency values ('XBT', 10), ('USD', 2)");
        instrument("'ADA-XBT', 'ADA/XBT', 'ADA', 'CRYPTO', 'XBT', 9, 0.000000010, 8, 0.00000001");
        instrument("'OCEAN-XBT', 'OCEAN/XBT', 'Ocean', 'CRYPTO', 'XBT', 9, 0.000000010, 8, 0.00000001");
        instrument("'CA', 'CA', 'Copper', 'METAL', 'USD', 2, 0.50, 0, 1");
        connection = Floor.shared().connect();
        quotes = SubjectRecorder.on(connection, "quote.*");
    }

    @AfterEach
    void close() throws InterruptedException {
        quotes.close();
        connection.close();
    }

    @Test
    void aReplayedRecordingBecomesQuotes() throws Exception {
        String feed = "replay:" + Recording.kraken();
        try (EmbeddedServer function = start(Map.of("market-data.feed", feed, "market-data.replay-speed", "20"))) {
            List<Message> heard = quotes.await(500, DEADLINE);
            Quote last = Wire.decode(heard.getLast().getData(), Quote.class);
            assertThat(last.source()).isEqualTo("replay");
            assertThat(last.stale()).isFalse();
            assertThat(heard.getLast().getSubject()).isEqualTo("quote." + last.instrument());
            assertThat(heard.getLast().getHeaders().getFirst(Headers.PUBLISHED_AT))
                    .matches("[0-9]{19}");
            assertSequencesGrow(heard);
            assertThat(get(function, "/health")).contains("\"UP\"", "connected to ws://127.0.0.1:");
            assertThat(get(function, "/prometheus"))
                    .contains("marketdata_checksums_verified_total", "marketdata_frame_to_publish_seconds_bucket");
        }
        Eventually.holds("a stopped publisher leaves stale quotes behind", () -> stored("quote.ADA-XBT")
                .stale());
    }

    @Test
    void theSimulatorPricesEveryInstrument() throws Exception {
        try (EmbeddedServer function = start(Map.of())) {
            for (String id : List.of("ADA-XBT", "OCEAN-XBT", "CA")) {
                quotes.awaitMatching(message -> message.getSubject().equals("quote." + id), DEADLINE);
            }
            assertThat(get(function, "/health")).contains("\"UP\"");
        }
    }

    @Test
    void theLastQuoteIsRepeatedEachSecondForLateComers() throws Exception {
        String feed = "replay:" + Recording.kraken();
        try (EmbeddedServer function = start(Map.of("market-data.feed", feed))) {
            assertThat(function.isRunning()).isTrue();
            Quote first = decoded(quotes.awaitMatching(m -> m.getSubject().equals("quote.OCEAN-XBT"), DEADLINE));
            Message again = quotes.awaitMatching(
                    m -> m.getSubject().equals("quote.OCEAN-XBT")
                            && decoded(m).at().isAfter(first.at().plusMillis(900)),
                    DEADLINE);
            assertThat(decoded(again).sequence()).isGreaterThanOrEqualTo(first.sequence());
        }
    }

    @Test
    void sequencesGrowAcrossARestart() throws Exception {
        try (EmbeddedServer function = start(Map.of())) {
            assertThat(function.isRunning()).isTrue();
            quotes.awaitMatching(message -> message.getSubject().equals("quote.CA"), DEADLINE);
        }
        Eventually.holds(
                "the last word of the stopped one", () -> stored("quote.CA").stale());
        long before = stored("quote.CA").sequence();
        try (SubjectRecorder after = SubjectRecorder.on(connection, "quote.CA");
                EmbeddedServer function = start(Map.of())) {
            assertThat(function.isRunning()).isTrue();
            Quote first = decoded(after.await(1, DEADLINE).getFirst());
            assertThat(first.sequence()).isGreaterThan(before);
            assertThat(first.at()).isAfter(Instant.EPOCH);
        }
    }

    @Test
    void refusesToStartWithoutItsStream() throws Exception {
        connection.jetStreamManagement().deleteStream("QUOTES");
        assertThatThrownBy(() -> start(Map.of())).hasStackTraceContaining("stream QUOTES is missing");
    }

    @Test
    void goesOnWithTheLatestPricesWhenTheServerWasAway() throws Exception {
        try (NatsServer own = Floor.shared().freshNats();
                EmbeddedServer function = start(Map.of("nats.default.addresses", own.url()))) {
            assertThat(function.isRunning()).isTrue();
            try (Connection watching = Floor.connect(own);
                    SubjectRecorder before = SubjectRecorder.on(watching, "quote.CA")) {
                before.await(2, DEADLINE);
            }
            Instant killed = Instant.now();
            own.kill();
            own.restart();
            try (Connection watching = Floor.connect(own);
                    SubjectRecorder after = SubjectRecorder.on(watching, "quote.CA")) {
                Message first = after.await(1, DEADLINE).getFirst();
                assertThat(decoded(first).at()).isAfter(killed);
            }
        }
    }

    @Test
    void isNotReadyWhileNobodyKeepsItsQuotes() throws Exception {
        try (EmbeddedServer function = start(Map.of())) {
            assertThat(awaited(() -> get(function, "/health"), "\"quotes\":\"kept\""))
                    .contains("\"quotes\":\"kept\"");
            connection.jetStreamManagement().deleteStream("QUOTES");
            assertThat(awaited(() -> get(function, "/health"), "stream QUOTES is missing"))
                    .contains("\"DOWN\"");
        }
    }

    private EmbeddedServer start(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(FloorProperties.of(Floor.shared(), database.under("market-data")));
        all.put("micronaut.server.port", "-1");
        all.put("datasources.default.driver-class-name", "org.postgresql.Driver");
        all.put("micronaut.metrics.export.prometheus.enabled", "true");
        all.put("endpoints.health.sensitive", "false");
        all.put("endpoints.health.details-visible", "ANONYMOUS");
        all.put("endpoints.prometheus.enabled", "true");
        all.put("endpoints.prometheus.sensitive", "false");
        all.putAll(settings);
        return ApplicationContext.run(EmbeddedServer.class, all);
    }

    private Quote stored(String subject) {
        return OwnServers.decoded(
                StoredMessages.in(connection, "QUOTES", subject).getLast(), Quote.class);
    }

    private static void assertSequencesGrow(List<Message> heard) {
        Map<String, Long> last = new HashMap<>();
        for (Message message : heard) {
            Quote quote = decoded(message);
            Long before = last.put(quote.instrument(), quote.sequence());
            assertThat(quote.sequence()).isGreaterThanOrEqualTo(before == null ? 0 : before);
        }
    }

    private static Quote decoded(Message message) {
        try {
            return Wire.decode(message.getData(), Quote.class);
        } catch (Wire.UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    private static String awaited(Callable<String> page, String text) throws Exception {
        long endNanos = System.nanoTime() + DEADLINE.toNanos();
        String last = page.call();
        while (!last.contains(text) && System.nanoTime() < endNanos) {
            last = page.call();
        }
        return last;
    }

    private static String get(EmbeddedServer function, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(function.getURL() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private void instrument(String columns) {
        database.execute("""
                insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                    quantity_scale, quantity_step, quantity_unit, contract_size)
                values (""" + columns + ", 'unit', 1)");
    }
}
