package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testkit.Database;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RfqQueryTest {
    private static final int REQUESTS = 250;

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
        Database database = gateway.database();
        // ten requests of each moment, and a body that is no field of a view: what is stored is what is told
        database.execute("""
            insert into rfq.view (rfq_id, party, role, open, requested_at, body)
            select ('01890000-0000-8000-8000-' || lpad(n::text, 12, '0'))::uuid, 'alice', 'REQUESTER', n %% 5 = 0,
                timestamptz '2026-11-21 09:00:00.000001Z' + (n / 10) * interval '1 microsecond',
                convert_to('%s', 'UTF8')
            from generate_series(1, %d) n;
            insert into rfq.view (rfq_id, party, role, open, requested_at, body)
            values ('01890000-0000-8000-8000-000000000001', 'bob', 'COUNTERPARTY', false, now(), '%s')
            """.formatted(Told.rfq("' || n || '"), REQUESTS, Told.rfq(7)));
        FloorPeople.moveIn(database, "guest");
        database.execute("""
            insert into identity.firm values ('acorn', 'Zenith');
            insert into identity.trader (id, firm, name, role, password_hash, enabled) values
                ('zoe', 'acorn', 'Zoe', 'trader', '-', true), ('ben', 'kestrel', 'Ben', 'trader', '-', true),
                ('gone', 'kestrel', 'Gone', 'trader', '-', false),
                ('idle', 'kestrel', 'Idle', 'trader', '-', true), ('desk', 'kestrel', 'Desk', 'ops', '-', true);
            insert into identity.account_trader values ('KESTREL-1', 'zoe'), ('KESTREL-1', 'ben'),
                ('KESTREL-1', 'gone'), ('KESTREL-1', 'desk')
            """);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void pagesThroughRequestsTheNewestFirstWithoutLossOrDouble() {
        assertThat(walk("/api/rfqs?limit=33"))
                .containsExactlyElementsOf(IntStream.iterate(REQUESTS, n -> n >= 1, n -> n - 1)
                        .boxed()
                        .toList());
    }

    @Test
    void showsOnlyOpenOnesWhenAskedTo() {
        assertThat(walk("/api/rfqs?state=open&limit=7"))
                .containsExactlyElementsOf(IntStream.iterate(REQUESTS, n -> n >= 5, n -> n - 5)
                        .boxed()
                        .toList());
    }

    @Test
    void tellsWhatIsStoredForTheCallerByteForByteAndNothingOfOthers() {
        assertThat(body("bob", "/api/rfqs?state=all")).isEqualTo("{\"rfqs\":[" + Told.rfq(7) + "]}");
        assertThat(body("bob", "/api/rfqs?state=open")).isEqualTo("{\"rfqs\":[]}");
        assertThat(body("guest", "/api/rfqs")).isEqualTo("{\"rfqs\":[]}");
        assertThat(body("alice", "/api/rfqs?limit=2"))
                .startsWith("{\"rfqs\":[" + Told.rfq(250) + ',' + Told.rfq(249) + "],\"nextCursor\":\"");
    }

    @Test
    void tellsAQueryThatItIsJson() {
        HttpResponse<String> answer = gateway.call("GET", "/api/rfqs", gateway.token("bob"), null);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "state=closed", "cursor=x", "cursor=AAAA"})
    void refusesWhatItCannotAnswer(String query) {
        HttpResponse<String> answer = gateway.call("GET", "/api/rfqs?" + query, gateway.token("alice"), null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void namesWhoeverTradesForAnotherFirm() {
        assertThat(body("alice", "/api/counterparties")).isEqualTo("""
            {"counterparties":[{"user":"ben","name":"Ben","firm":"kestrel","firmName":"Kestrel"},\
            {"user":"bob","name":"Bob","firm":"kestrel","firmName":"Kestrel"},\
            {"user":"zoe","name":"Zoe","firm":"acorn","firmName":"Zenith"}]}\
            """);
        assertThat(body("bob", "/api/counterparties")).isEqualTo("""
            {"counterparties":[{"user":"alice","name":"Alice","firm":"harbour","firmName":"Harbour"},\
            {"user":"zoe","name":"Zoe","firm":"acorn","firmName":"Zenith"}]}\
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rfqs", "/api/counterparties"})
    void tellsNothingToWhoeverIsNotSignedIn(String path) {
        assertThat(gateway.call("GET", path, null, null).statusCode()).isEqualTo(401);
    }

    private List<Integer> walk(String path) {
        return Pages.walk(gateway, gateway.token("alice"), path, "rfqs").stream()
                .map(Told::number)
                .toList();
    }

    private String body(String user, String path) {
        HttpResponse<String> answer = gateway.call("GET", path, gateway.token(user), null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
