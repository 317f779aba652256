package io.ringside.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.gateway.json.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    private static final String CONNECT = "{\"id\":1,\"connect\":{\"ticket\":\"t.t.t\",\"client\":\"web/1\","
            + "\"channels\":[\"inbox\",\"quotes.*\"],\"positions\":{\"inbox\":{\"epoch\":\"e\",\"sequence\":7}}}}";

    @Test
    void readsEveryRequest() throws Exception {
        assertThat(read(CONNECT).request())
                .isEqualTo(new Request.Connect(
                        "t.t.t", "web/1", List.of("inbox", "quotes.*"), Map.of("inbox", new Position("e", 7)), null));
        assertThat(read(CONNECT.replace("\"channels\"", "\"pace\":{\"updatesPerSecond\":5},\"channels\""))
                        .request())
                .isInstanceOfSatisfying(Request.Connect.class, connect -> assertThat(connect.pace())
                        .isEqualTo(new Pace(5, null)));
        assertThat(read("{\"id\":3,\"pace\":{\"updatesPerSecond\":50,\"bytesPerSecond\":4096}}")
                        .request())
                .isEqualTo(new Request.Paced(new Pace(50, 4_096)));
        assertThat(read("{\"id\":3,\"pace\":{}}").request()).isEqualTo(new Request.Paced(Pace.FREE));
        assertThat(read("{\"id\":2,\"subscribe\":{\"channels\":[\"quotes.A\"]}}")
                        .request())
                .isEqualTo(new Request.Subscribe(List.of("quotes.A"), Map.of()));
        assertThat(read("{\"id\":3,\"unsubscribe\":{\"channels\":[]}}").request())
                .isEqualTo(new Request.Unsubscribe(List.of()));
        assertThat(read("{\"resync\":{\"channel\":\"inbox\",\"position\":null},\"id\":4}")
                        .request())
                .isEqualTo(new Request.Resync("inbox", null));
        assertThat(read("{\"id\":5,\"refresh\":{\"ticket\":\"t\"}}").request()).isEqualTo(new Request.Refresh("t"));
        assertThat(read("{\"id\":8,\"presence\":{\"idleSeconds\":30}}").request())
                .isEqualTo(new Request.Presence(Duration.ofSeconds(30)));
        assertThat(read("{\"id\":6,\"ping\":{}}")).isEqualTo(new Request.Numbered(6, new Request.Ping()));
        for (String type : List.of("order.submit", "order.cancel-all")) {
            assertThat(read("{\"id\":7,\"command\":{\"type\":\"" + type + "\",\"body\":{\"a\":1}}}")
                            .request())
                    .isInstanceOfSatisfying(Request.Command.class, command -> assertThat(command.type())
                            .isEqualTo(type));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":1}",
                "{\"ping\":{}}",
                "{\"id\":0,\"ping\":{}}",
                "{\"id\":-1,\"ping\":{}}",
                "{\"id\":1.5,\"ping\":{}}",
                "{\"id\":9007199254740992,\"ping\":{}}",
                "{\"id\":\"1\",\"ping\":{}}",
                "{\"id\":1,\"ping\":{},\"refresh\":{}}",
                "{\"id\":1,\"dance\":{}}"
            })
    void refusesWhatIsNoRequest(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":9,\"ping\":{\"x\":1}}|ping.x",
                "{\"id\":9,\"ping\":1}|ping",
                "{\"id\":9,\"subscribe\":{}}|subscribe.channels",
                "{\"id\":9,\"subscribe\":{\"channels\":[\"Quotes\"]}}|subscribe.channels",
                "{\"id\":9,\"subscribe\":{\"channels\":[],\"positions\":{\"inbox\":{\"epoch\":\"e\"}}}}"
                        + "|subscribe.positions.inbox.sequence",
                "{\"id\":9,\"refresh\":{\"ticket\":\"a b\"}}|refresh.ticket",
                "{\"id\":9,\"command\":{\"type\":\"order.submit\"}}|command.body",
                "{\"id\":9,\"command\":{\"body\":{}}}|command.type",
                "{\"id\":9,\"pace\":{\"updatesPerSecond\":0}}|pace.updatesPerSecond",
                "{\"id\":9,\"pace\":{\"updatesPerSecond\":51}}|pace.updatesPerSecond",
                "{\"id\":9,\"pace\":{\"bytesPerSecond\":4095}}|pace.bytesPerSecond",
                "{\"id\":9,\"pace\":{\"bytesPerSecond\":1048577}}|pace.bytesPerSecond",
                "{\"id\":9,\"pace\":{\"speed\":1}}|pace.speed",
                "{\"id\":9,\"resync\":{\"channel\":\"inbox\",\"position\":{\"epoch\":\"e\",\"sequence\":-1}}}"
                        + "|resync.position.sequence",
            })
    void keepsTheIdOfARequestWithAWrongField(String text, String field) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(RequestReader.Refused.class, refused -> {
            assertThat(refused.id()).isEqualTo(9);
            assertThat(refused.malformed().field()).isEqualTo(field);
        });
    }

    @Test
    void neverFailsInAnyOtherWay() {
        Random random = new Random(20_261_121);
        byte[] good = CONNECT.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            try {
                RequestReader.read(text);
            } catch (Malformed | RequestReader.Refused e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    private static Request.Numbered read(String text) throws Malformed, RequestReader.Refused {
        return RequestReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
