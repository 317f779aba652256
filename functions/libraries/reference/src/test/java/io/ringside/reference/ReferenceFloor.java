package io.ringside.reference;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.HandMovedClock;
import io.ringside.testkit.OwnServers;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Instruments and quotes as a function knows them, on servers of its own: one instrument, and one quote of it. */
final class ReferenceFloor implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final OwnServers servers = new OwnServers();
    final NatsServer nats = servers.nats;
    final Database database = servers.database;
    final Connection connection = servers.connection;
    final HandMovedClock clock = HandMovedClock.at(NOON.toString());
    final ReferenceData reference;
    final QuoteTable quotes;
    private final ApplicationContext application;

    ReferenceFloor() throws IOException, JetStreamApiException {
        database.execute("""
            insert into reference.currency values ('XBT', 10);
            insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                quantity_scale, quantity_step, quantity_unit, contract_size) values
                ('ADA-XBT', 'ADA/XBT', 'Cardano', 'CRYPTO', 'XBT', 9, 0.00000001, 8, 0.00000001, 'ADA', 1.50);
            """);
        connection
                .jetStream()
                .publish(Subjects.quote("ADA-XBT"), Wire.encode(quote("0.000022900", 7, NOON.minusSeconds(3))));
        application = application();
        reference = application.getBean(ReferenceData.class);
        quotes = application.getBean(QuoteTable.class);
        reference.prime();
        quotes.prime();
    }

    private ApplicationContext application() {
        return ApplicationContext.builder()
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
    }

    /** One more instrument, like the one that is there. */
    void list(String id) {
        database.execute("""
                insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                    quantity_scale, quantity_step, quantity_unit, contract_size)
                select '%1$s', '%1$s', '%1$s', asset_class, currency, price_scale, price_tick,
                    quantity_scale, quantity_step, quantity_unit, contract_size
                from reference.instrument where id = 'ADA-XBT'
                """.formatted(id));
    }

    void publish(byte[] body) {
        connection.publish(Subjects.quote("ADA-XBT"), body);
    }

    static Quote quote(String bid, long sequence, Instant at) {
        return new Quote("ADA-XBT", bid, "5", "0.000024000", "5", sequence, false, at, at, "test");
    }

    @Override
    public void close() {
        application.close();
        servers.close();
    }
}
