package io.ringside.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.nats.client.Connection;
import io.nats.client.api.StreamConfiguration;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import io.ringside.testkit.HandMovedClock;
import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.instrument.Instrument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookupTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final NatsServer nats = Floor.shared().freshNats();
    private final Database database = Floor.shared().freshDatabase();
    private final Connection connection = Floor.connect(nats);
    private final HandMovedClock clock = HandMovedClock.at(NOON.toString());
    private final BlockingQueue<SeenQuote> seen = new LinkedBlockingQueue<>();
    private ApplicationContext application = ApplicationContext.builder().build();

    @BeforeEach
    void fillTheFloor() throws Exception {
        database.execute("""
            insert into reference.currency values ('XBT', 10);
            insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                quantity_scale, quantity_step, quantity_unit, contract_size) values
                ('ADA-XBT', 'ADA/XBT', 'Cardano', 'CRYPTO', 'XBT', 9, 0.00000001, 8, 0.00000001, 'ADA', 1.50);
            """);
        store(quote("0.000022900", 7, NOON.minusSeconds(3)));
        application = ApplicationContext.builder()
                .singletons(connection)
                .beanDefinitions(RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .replaces(InstantSource.class)
                        .build())
                .properties(Map.of(
                        "datasources.default.url", database.jdbcUrl(),
                        "datasources.default.username", database.user(),
                        "datasources.default.password", database.password(),
                        "datasources.default.driver-class-name", "org.postgresql.Driver",
                        // the tests refresh by themselves
                        "ringside.reference.refresh", "1h"))
                .start();
        application.getBean(ReferenceData.class).prime();
        application.getBean(QuoteTable.class).prime();
    }

    @AfterEach
    void close() throws Exception {
        application.close();
        connection.close();
        nats.close();
    }

    @Test
    void readsInstrumentsWithTheirScales() {
        Instrument ada = application
                .getBean(ReferenceData.class)
                .instruments()
                .find("ADA-XBT")
                .orElseThrow();
        assertThat(ada.priceTick()).hasToString("0.000000010");
        assertThat(ada.quantityStep()).hasToString("0.00000001");
        assertThat(ada.contractSize()).hasToString("1.5");
        assertThat(ada.currencyScale()).isEqualTo(10);
        assertThat(ada.tradingDay()).isEqualTo(TradingDay.UTC);
        assertThat(ada.status()).isEqualTo(Instrument.Status.OPEN);
    }

    @Test
    void seesAHaltAfterARefreshAndKeepsTheTableWhenOneFails() {
        ReferenceData reference = application.getBean(ReferenceData.class);
        database.execute("update reference.instrument set status = 'HALTED'");
        reference.refresh();
        assertThat(reference.instruments().require("ADA-XBT").status()).isEqualTo(Instrument.Status.HALTED);

        database.execute("alter table reference.instrument rename to hidden");
        reference.refresh();
        assertThat(reference.instruments().find("ADA-XBT")).isPresent();
    }

    @Test
    void looksAtOnceForAnInstrumentThatIsNamedButForOneThatIsNotThereOnlyOnceASecond() {
        ReferenceData reference = application.getBean(ReferenceData.class);
        list("DOT-XBT");
        assertThat(reference.instruments().find("DOT-XBT")).isEmpty();
        assertThat(reference.instrumentsWith(List.of("DOT-XBT", "ADA-XBT")).find("DOT-XBT"))
                .isPresent();
        assertThat(reference.instruments().find("DOT-XBT")).isPresent();

        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isEmpty();
        list("ETH-XBT");
        clock.advance(Duration.ofMillis(999));
        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isPresent();
    }

    @Test
    void looksForNothingWhileManyWereLookedForInVain() {
        ReferenceData reference = application.getBean(ReferenceData.class);
        reference.instrumentsWith(
                IntStream.range(0, 16).mapToObj(i -> "NONE-" + i).toList());
        list("ETH-XBT");
        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isPresent();
    }

    @Test
    void failsToLookForAnInstrumentWithoutTheTable() {
        ReferenceData reference = application.getBean(ReferenceData.class);
        database.execute("alter table reference.instrument rename to hidden");
        assertThatThrownBy(() -> reference.instrumentsWith(List.of("DOT-XBT")))
                .rootCause()
                .hasMessageContaining("reference.instrument");
        assertThat(reference.instrumentsWith(List.of("ADA-XBT")).find("ADA-XBT"))
                .isPresent();
    }

    @Test
    void knowsTheLastQuoteThatWasStoredBeforeItStarted() {
        SeenQuote primed = application.getBean(QuoteTable.class).find("ADA-XBT").orElseThrow();
        assertThat(primed.quote().sequence()).isEqualTo(7);
        assertThat(primed.arrivedAt()).isEqualTo(NOON);
        assertThat(primed.book().knownAt()).isEqualTo(NOON.minusSeconds(3));
        assertThat(primed.instrument().id()).isEqualTo("ADA-XBT");
    }

    @Test
    void followsNewQuotesAndIgnoresOlderAndUnusableOnes() throws Exception {
        QuoteTable table = application.getBean(QuoteTable.class);
        table.follow(seen::add);
        publish("{".getBytes(StandardCharsets.UTF_8));
        publish(Wire.encode(quote("0.0000000001", 8, NOON)));
        publish(Wire.encode(quote("0.000022800", 6, NOON)));
        publish(Wire.encode(quote("0.000023000", 8, NOON)));
        publish(Wire.encode(quote("0.000023000", 8, NOON.plusSeconds(1))));

        assertThat(next().quote().bid()).isEqualTo("0.000023000");
        assertThat(next().quote().at()).isEqualTo(NOON.plusSeconds(1));
        assertThat(table.book("ADA-XBT").orElseThrow().sequence()).isEqualTo(8);
        assertThat(table.book("DOGE")).isEmpty();
    }

    @Test
    void ignoresAQuoteOfAnInstrumentThatItDoesNotKnow() throws Exception {
        QuoteTable table = application.getBean(QuoteTable.class);
        table.follow(seen::add);
        Quote unknown = new Quote("DOGE", "1", "1", "2", "1", 1, false, NOON, NOON, "test");
        connection.publish(Subjects.quote("DOGE"), Wire.encode(unknown));
        publish(Wire.encode(quote("0.000023000", 8, NOON)));

        assertThat(next().quote().instrument()).isEqualTo("ADA-XBT");
        assertThat(table.find("DOGE")).isEmpty();
    }

    @Test
    void doesNotStartWithoutTheStreamOfQuotes() throws Exception {
        connection.jetStreamManagement().deleteStream("QUOTES");
        assertThatThrownBy(() -> application.getBean(QuoteTable.class).prime())
                .rootCause()
                .hasMessageContaining("stream not found");
    }

    @Test
    void waitsAMomentForAStreamThatIsBeingMadeAgain() throws Exception {
        StreamConfiguration quotes =
                connection.jetStreamManagement().getStreamInfo("QUOTES").getConfiguration();
        connection.jetStreamManagement().deleteStream("QUOTES");
        CompletableFuture<Void> primed = CompletableFuture.runAsync(
                () -> application.getBean(QuoteTable.class).prime(), Thread::startVirtualThread);
        assertThatThrownBy(() -> primed.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        connection.jetStreamManagement().addStream(quotes);
        primed.get(120, TimeUnit.SECONDS);
    }

    @Test
    void doesNotStartWithoutTheTableOfInstruments() {
        database.execute("alter table reference.instrument rename to hidden");
        assertThatThrownBy(() -> application.getBean(ReferenceData.class).prime())
                .rootCause()
                .hasMessageContaining("reference.instrument");
    }

    @Test
    void waitsForServersThatAreAway() throws Exception {
        nats.kill();
        Floor.shared().postgres().kill();
        CompletableFuture<Void> primed = CompletableFuture.runAsync(
                () -> {
                    application.getBean(ReferenceData.class).prime();
                    application.getBean(QuoteTable.class).prime();
                },
                Thread::startVirtualThread);
        assertThatThrownBy(() -> primed.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        Floor.shared().postgres().restart();
        assertThatThrownBy(() -> primed.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        nats.restart();
        primed.get(120, TimeUnit.SECONDS);
    }

    private void list(String id) {
        database.execute("""
                insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                    quantity_scale, quantity_step, quantity_unit, contract_size)
                select '%1$s', '%1$s', '%1$s', asset_class, currency, price_scale, price_tick,
                    quantity_scale, quantity_step, quantity_unit, contract_size
                from reference.instrument where id = 'ADA-XBT'
                """.formatted(id));
    }

    private SeenQuote next() throws InterruptedException {
        SeenQuote quote = seen.poll(60, TimeUnit.SECONDS);
        if (quote == null) {
            throw new AssertionError("no quote came");
        }
        return quote;
    }

    private void publish(byte[] body) {
        connection.publish(Subjects.quote("ADA-XBT"), body);
    }

    private void store(Quote quote) throws Exception {
        connection.jetStream().publish(Subjects.quote("ADA-XBT"), Wire.encode(quote));
    }

    private static Quote quote(String bid, long sequence, Instant at) {
        return new Quote("ADA-XBT", bid, "5", "0.000024000", "5", sequence, false, at, at, "test");
    }
}
