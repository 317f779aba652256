package io.ringside.faults.secrecy;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.faults.program.Programs;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import io.ringside.testkit.FloorProperties;
import io.ringside.testkit.Quotes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gateway, rfq, risk-check and activity as processes on real servers, and six people of five firms who are signed in.
 */
final class SecretFloor implements AutoCloseable {
    static final String INSTRUMENT = "TIN";

    private static final String PASSWORD = "correct horse";
    /** argon2id of that password with little memory and time. */
    private static final String HASH =
            "$argon2id$v=19$m=64,t=1,p=1$c2l4dGVlbiBieXRlcyBvaw$g5An9Y8NltcTUUs3dmw9S393oURtmXqz4bgAuoKH0sM";

    private final Database database = Floor.shared().freshDatabase();
    private final Connection nats = Floor.shared().connect();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Programs programs;
    private final List<Party> parties;

    SecretFloor(Path logs) {
        programs = new Programs(logs);
        Floor.shared().freshStreams();
        moveIn();
        quote();
        programs.start("risk-check", seenBy("risk-check"), List.of());
        programs.start("rfq", seenBy("rfq"), List.of());
        programs.start("activity", seenBy("activity"), List.of());
        int port = programs.start(
                "realtime-gateway",
                seenBy("realtime-gateway"),
                List.of(
                        "-Dringside.identity.keys-folder=" + logs.resolve("keys"),
                        "-Dringside.limits.rates.rfq=600000/10000",
                        "-Dringside.limits.rates.cancel=600000/10000"));
        URI gateway = URI.create("http://127.0.0.1:" + port);
        programs.awaitReady();
        parties = Stream.of("ann@ash", "ben@ash", "cat@birch", "dan@cedar", "eve@elm", "fay@fir")
                .map(name -> name.split("@", 2))
                .map(name -> new Party(http, gateway, name[0], name[1]))
                .toList();
        parties.forEach(party -> {
            party.signIn(PASSWORD);
            party.connect(false);
        });
    }

    List<Party> parties() {
        return parties;
    }

    Database database() {
        return database;
    }

    Connection nats() {
        return nats;
    }

    @Override
    public void close() {
        parties.forEach(Party::close);
        programs.close();
        http.shutdownNow();
        try {
            nats.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> seenBy(String program) {
        return FloorProperties.of(Floor.shared(), database.under(program));
    }

    private void moveIn() {
        database.execute("""
            insert into reference.currency values ('USD', 2);
            insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                quantity_scale, quantity_step, quantity_unit, contract_size)
            values ('%2$s', '%2$s', 'Tin', 'METAL', 'USD', %3$d, 0.000001, 0, 1, 'lots', 1);
            insert into identity.firm select f, f from unnest(array['ash', 'birch', 'cedar', 'elm', 'fir']) f;
            insert into identity.trader (id, firm, name, role, password_hash)
            select u, f, u, 'trader', '%1$s' from (values ('ann', 'ash'), ('ben', 'ash'), ('cat', 'birch'),
                ('dan', 'cedar'), ('eve', 'elm'), ('fay', 'fir')) people (u, f);
            insert into identity.account select upper(id) || '-1', firm, id from identity.trader;
            insert into identity.account_trader select upper(id) || '-1', id from identity.trader;
            insert into risk.account_limit (account, instrument, order_quantity_max, order_notional_max,
                net_position_max, collar_bps, quote_age_max_ms)
            select id, '%2$s', 1000000, 1000000000, 1000000, 10000, 3600000 from identity.account
            """.formatted(HASH, INSTRUMENT, Prices.SCALE));
    }

    private void quote() {
        String text = "1: 749.5 x 1000 / 750.5 x 1000";
        try {
            nats.jetStream()
                    .publish(
                            Subjects.quote(INSTRUMENT),
                            Wire.encode(Quotes.of(
                                    INSTRUMENT, text, Clock.systemUTC().instant())));
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
