package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.testkit.Floor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamMadeAnewTest {
    @Test
    void tellsClientsToStartAgain() {
        try (GatewayUnderTest gateway = GatewayUnderTest.start(Map.of())) {
            Notices notices = new Notices(gateway.nats(), "alice");
            notices.publish(3);
            JsonNode position;
            try (ClientSocket socket = gateway.socket()) {
                position = connect(gateway, socket, "{}").get("position");
                Floor.shared().freshStreams();
                assertThat(socket.closeCode()).isEqualTo(4409);
            }
            notices.publish(1);
            String old = "{\"inbox\":{\"epoch\":\"%s\",\"sequence\":3}}"
                    .formatted(position.get("epoch").getStringValue());
            try (ClientSocket socket = gateway.socket()) {
                JsonNode inbox = connect(gateway, socket, old);
                assertThat(inbox.get("mode").getStringValue()).isEqualTo("gap");
                assertThat(inbox.get("reason").getStringValue()).isEqualTo("epoch");
                assertThat(Told.numberOf(socket.push("inbox"))).isEqualTo(4);
            }
        }
    }

    private static JsonNode connect(GatewayUnderTest gateway, ClientSocket socket, String positions) {
        return socket.connect(gateway.ticket(gateway.token("alice")), "[\"inbox\"]", positions)
                .get("channels")
                .get("inbox");
    }
}
