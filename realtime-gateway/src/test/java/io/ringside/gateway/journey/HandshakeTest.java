package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where a socket may be opened, and for what. */
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "http://localhost",
                "http://localhost.evil.example:%d",
                "http://evil.example/?http://localhost:%d",
                "https://localhost:%d",
                "http://localhost:%d.evil.example"
            })
    void refusesForeignOrigins(String origin) throws IOException {
        String line = RawSocket.handshakeWith(gateway.port(), "Origin: " + origin.formatted(gateway.port()) + "\r\n");
        assertThat(line).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:%d", "http://127.0.0.1:%d", "http://localhost:5173"})
    void allowsItsOwnOrigins(String origin) throws IOException {
        String line = RawSocket.handshakeWith(gateway.port(), "Origin: " + origin.formatted(gateway.port()) + "\r\n");
        assertThat(line).startsWith("HTTP/1.1 101");
    }

    @Test
    void wantsTheSubprotocol() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/ws"))
                .header("Accept", "text/html")
                .build();
        assertThat(gateway.send(request).statusCode()).isBetween(400, 404);
    }
}
