package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamConfiguration;
import io.ringside.contracts.Headers;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.MadeAgain;
import io.ringside.testkit.StoredMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who asks again is told again, wherever he was told first. The server has forgotten by then what it stored. */
class StoredAnswersTest {
    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @Test
    void whatWasToldToTheInboxAndAmongAlertsIsToldThereAgainAndTakesNobodysPlace() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            floor.send("ACC", "a1", "SETTLE", "/first");
            Eventually.holds("it is settled", () -> alerts().size() == 1);
            assertThat(rollup(alerts().getFirst())).isEqualTo(Headers.ROLLUP_SUBJECT);
            makeAnew("ALERTS");
            makeAnew("INBOX");
            floor.send("ACC", "a2", "ALERT", "");
            Eventually.holds("another stands", () -> alerts().size() == 1);

            floor.send("ACC", "a1", "SETTLE", "/again");
            floor.send("ACC", "a3", "ALERT", "");
            Eventually.holds(
                    "the next one is told", () -> texts(alerts()).stream().anyMatch(text -> text.contains("a3")));
            Eventually.holds("all is told", () -> floor.notices().size() == 3);
        }
        assertThat(texts(alerts()))
                .satisfiesExactlyInAnyOrder(
                        another -> assertThat(another).contains("a2").contains("\"number\":2"),
                        again -> assertThat(again).contains("a1").contains("\"number\":1"),
                        next -> assertThat(next).contains("a3").contains("\"number\":3"));
        assertThat(alerts()).allSatisfy(alert -> assertThat(rollup(alert)).isEqualTo("null"));
        assertThat(texts(floor.notices())).anySatisfy(text -> assertThat(text).contains("a1"));
        assertThat(floor.entries()).containsExactly("ACC|1|a1", "ACC|2|a2", "ACC|3|a3");
    }

    private void makeAnew(String stream) throws IOException, JetStreamApiException {
        JetStreamManagement management = floor.connection.jetStreamManagement();
        StreamConfiguration configuration = management.getStreamInfo(stream).getConfiguration();
        management.deleteStream(stream);
        MadeAgain.stream(management, configuration);
    }

    private List<MessageInfo> alerts() {
        return StoredMessages.in(floor.connection, "ALERTS", "alert.trader");
    }

    private static List<String> texts(List<MessageInfo> messages) {
        return messages.stream()
                .map(message -> new String(message.getData(), StandardCharsets.UTF_8))
                .toList();
    }

    private static String rollup(MessageInfo message) {
        return String.valueOf(message.getHeaders().getFirst(Headers.ROLLUP));
    }
}
