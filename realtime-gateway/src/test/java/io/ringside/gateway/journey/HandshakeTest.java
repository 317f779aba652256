package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a WebSocket is opened with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandshakeTest {
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void wantsTheSubprotocol() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/ws"))
                .header("Accept", "text/html")
                .build();
        assertThat(gateway.send(request).statusCode()).isBetween(400, 404);
    }
}
