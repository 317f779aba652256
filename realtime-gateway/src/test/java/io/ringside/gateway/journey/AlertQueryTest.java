package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.api.MessageInfo;
import io.ringside.contracts.Subjects;
import io.ringside.testkit.StoredMessages;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts as they stand, and their acknowledgement on its way to JetStream. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertQueryTest {
    private static final int ALERTS = 60;
    private static final String ALERT = "01890000-0000-8000-8000-000000000001";

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
        // ten of each moment, every fifth acknowledged, and a body in no form of ours
        gateway.database().execute("""
            insert into alert.alert (alert_id, trader, kind, severity, account, instrument, count, raised_at, last_at,
                acknowledged_at, acknowledged_by, version, body)
            select ('01890000-0000-8000-8000-' || lpad(n::text, 12, '0'))::uuid,
                case when n = 0 then 'bob' else 'alice' end, 'ORDER_REJECTED', 'CRITICAL', 'HARBOUR-1', 'CA', 1,
                moment, moment, case when done then moment end, case when done then 'alice' end, 1,
                convert_to('%s', 'UTF8')
            from generate_series(0, %d) n, lateral (select n %% 5 = 0 and n > 0 as done,
                timestamptz '2026-11-21 09:00:00.000001Z' + (n / 10) * interval '1 microsecond' as moment) t
            """.formatted(Told.alert("' || n || '"), ALERTS));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({"?limit=7, 0", "?acknowledged=true&limit=5, 1", "?acknowledged=false&limit=11, -1"})
    void pagesThroughTheCallersOwnTheNewestFirst(String query, int acknowledged) {
        assertThat(walk("/api/alerts" + query))
                .containsExactlyElementsOf(IntStream.iterate(ALERTS, n -> n >= 1, n -> n - 1)
                        .filter(n -> acknowledged == 0 || (n % 5 == 0) == (acknowledged > 0))
                        .boxed()
                        .toList());
    }

    @Test
    void tellsWhatWasToldByteForByte() {
        assertThat(gateway.call("GET", "/api/alerts", gateway.token("bob"), null)
                        .body())
                .isEqualTo("{\"alerts\":[" + Told.alert(0) + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "acknowledged=maybe", "cursor=x"})
    void refusesWhatItCannotAnswer(String query) {
        HttpResponse<String> answer = gateway.call("GET", "/api/alerts?" + query, gateway.token("alice"), null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void tellsNothingToWhoeverIsNotSignedIn() {
        assertThat(gateway.call("GET", "/api/alerts", null, null).statusCode()).isEqualTo(401);
        assertThat(gateway.call("POST", "/api/alerts/acknowledge", null, "{}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesAnAcknowledgementOverHttpAndOverTheSocketInTheNameOfItsSender() {
        String command = "{\"clientCommandId\":\"%s\",\"alertIds\":[\"" + ALERT + "\"]}";
        HttpResponse<String> answer =
                gateway.call("POST", "/api/alerts/acknowledge", gateway.token("alice"), command.formatted("over-http"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            JsonNode reply = socket.ask("\"command\":{\"type\":\"alert.acknowledge\",\"body\":%s}"
                    .formatted(command.formatted("over-socket")));
            assertThat(reply.get("result").get("received").get("commandId").getStringValue())
                    .isEqualTo("over-socket");
        }

        List<MessageInfo> stored = StoredMessages.in(gateway.nats(), "COMMANDS", "cmd.alert.>");
        assertThat(stored)
                .extracting(MessageInfo::getSubject)
                .containsExactly(
                        Subjects.alertCommand("acknowledge", "alice"), Subjects.alertCommand("acknowledge", "alice"));
        assertThat(stored.stream().map(message -> new String(message.getData(), StandardCharsets.UTF_8)))
                .containsExactly(
                        "{\"clientCommandId\":\"over-http\",\"user\":\"alice\",\"alertIds\":[\"" + ALERT + "\"]}",
                        "{\"clientCommandId\":\"over-socket\",\"user\":\"alice\",\"alertIds\":[\"" + ALERT + "\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientCommandId\":\"k-1\",\"alertIds\":[]}",
                "{\"clientCommandId\":\"k-1\"}",
                "{\"clientCommandId\":\"k-1\",\"alertIds\":[\"a.b\"]}",
                "{\"clientCommandId\":\"k-1\",\"alertIds\":[\"a\",\"a\"]}"
            })
    void refusesAnAcknowledgementThatNamesNothingWell(String body) {
        HttpResponse<String> answer = gateway.call("POST", "/api/alerts/acknowledge", gateway.token("alice"), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                .isEqualTo("alertIds");
    }

    private List<Integer> walk(String path) {
        return Pages.walk(gateway, gateway.token("alice"), path, "alerts").stream()
                .map(Told::number)
                .toList();
    }
}
