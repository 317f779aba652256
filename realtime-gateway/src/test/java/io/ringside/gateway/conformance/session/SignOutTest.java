package io.ringside.gateway.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.transport.TransportKind;
import org.junit.jupiter.api.Test;

/** A sign-in that ends takes its sessions with it, those of all gateways and no others. */
@OverEveryTransport
class SignOutTest {
    private static final String SESSION = "/api/v1/session";
    private static final String SESSIONS = "/api/v1/sessions";

    private final Scene scene;
    private final GatewayUnderTest gateway;

    SignOutTest(TransportKind transport) {
        scene = new Scene(transport);
        gateway = scene.gateways().one();
    }

    @Test
    void whoSignsOutIsClosed() {
        try (ClientSocket client = scene.connect()) {
            signOut(scene.token());
            scene.assertClosed(client, 4504, "signed out");
        }
    }

    @Test
    void whoSignsOutIsClosedOnEveryGateway() {
        try (ClientSocket client = scene.connectTo(scene.gateways().other(), "{}")) {
            signOut(scene.token());
            scene.assertClosed(client, 4504, "signed out");
        }
    }

    @Test
    void anotherSignInOfTheUserGoesOn() {
        String another = gateway.token(scene.user());
        try (ClientSocket client = scene.connect()) {
            signOut(another);
            assertThat(gateway.call("GET", SESSIONS, another, null).statusCode())
                    .isEqualTo(401);
            scene.assertServed(client);
        }
    }

    @Test
    void whoIsSignedOutByAnotherOfItsDevicesIsClosed() {
        String device = gateway.token(scene.user());
        try (ClientSocket client = scene.connect()) {
            String id = ownSignIn(scene.token());
            assertThat(gateway.call("DELETE", SESSIONS + '/' + id, device, null).statusCode())
                    .isEqualTo(204);
            scene.assertClosed(client, 4504, "signed out");
        }
    }

    @Test
    void whoSignsTheOthersOutStays() {
        String another = gateway.token(scene.user());
        try (ClientSocket client = scene.connect();
                ClientSocket other = scene.open()) {
            other.connect(gateway.ticket(another), "[]", "{}");
            assertThat(gateway.call("POST", SESSIONS + "/sign-out-others", scene.token(), null)
                            .body())
                    .isEqualTo("{\"signedOut\":1}");
            scene.assertClosed(other, 4504, "signed out");
            scene.assertServed(client);
        }
    }

    @Test
    void aRefreshTokenThatComesAgainBehindItsSuccessorEndsTheSession() {
        String stolen = gateway.signIn(scene.user()).get("refreshToken").getStringValue();
        JsonNode second = GatewayUnderTest.json(gateway.refresh(stolen).body());
        JsonNode third = GatewayUnderTest.json(
                gateway.refresh(second.get("refreshToken").getStringValue()).body());
        try (ClientSocket client = scene.open()) {
            client.connect(gateway.ticket(third.get("accessToken").getStringValue()), "[]", "{}");
            assertThat(gateway.refresh(stolen).statusCode()).isEqualTo(401);
            scene.assertClosed(client, 4504, "signed out");
        }
    }

    @Test
    void aRefreshedSessionBelongsToTheSignInOfItsTicket() {
        String another = gateway.token(scene.user());
        try (ClientSocket client = scene.connect()) {
            assertThat(client.ask(Requests.refresh(gateway.ticket(another))).get("result"))
                    .isNotNull();
            signOut(scene.token());
            scene.assertServed(client);
            signOut(another);
            scene.assertClosed(client, 4504, "signed out");
        }
    }

    private void signOut(String token) {
        assertThat(gateway.call("DELETE", SESSION, token, null).statusCode()).isEqualTo(204);
    }

    private String ownSignIn(String token) {
        JsonNode all =
                GatewayUnderTest.json(gateway.call("GET", SESSIONS, token, null).body());
        for (JsonNode each : all.get("sessions").values()) {
            if (each.get("current").getBooleanValue()) {
                return each.get("id").getStringValue();
            }
        }
        throw new AssertionError("none is its own: " + all);
    }
}
