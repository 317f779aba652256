package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, and with what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(
                GatewayUnderTest.standingClock(), Map.of("ringside.limits.rates.refresh", "600/600"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void saysWhoIsSignedIn() {
        JsonNode session = gateway.signIn("alice");
        assertThat(session.get("user").get("accounts").size()).isEqualTo(2);
        assertThat(session.get("refreshToken").getStringValue()).hasSize(43);
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownUserAlike() {
        HttpResponse<String> wrong = signIn("alice", "wrong");
        HttpResponse<String> unknown = signIn("nobody", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(detail(unknown)).isEqualTo(detail(wrong));
    }

    @Test
    void slowsDownWhoeverGuesses() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("guessed", "wrong" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = signIn("guessed", "again");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(GatewayUnderTest.json(answer.body()).get("retryAfterMs").getLongValue())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "",
                "{\"user\":\"alice\"}",
                "{\"user\":\"alice\",\"password\":\"x\",\"admin\":true}",
                "{\"user\":\"al ice\",\"password\":\"x\"}",
                "{\"user\":\"alice\",\"user\":\"bob\",\"password\":\"x\"}"
            })
    void refusesAMalformedSignIn(String body) {
        HttpResponse<String> answer = gateway.call("POST", "/api/session", null, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("code").getStringValue())
                .isEqualTo("MALFORMED");
    }

    @Test
    void asksForSignInBeforeAnythingOfTheUser() {
        for (String path : new String[] {"/api/instruments", "/api/orders", "/api/positions"}) {
            HttpResponse<String> answer = gateway.call("GET", path, null, null);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(GatewayUnderTest.json(answer.body()).get("code").getStringValue())
                    .isEqualTo("UNAUTHENTICATED");
        }
        assertThat(gateway.call("POST", "/api/session/ticket", "not.a.token", null)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void turnsARefreshTokenIntoTheNextOneOnce() {
        String first = gateway.signIn("bob").get("refreshToken").getStringValue();
        JsonNode second = GatewayUnderTest.json(gateway.refresh(first).body());
        assertThat(gateway.call(
                                "GET",
                                "/api/instruments",
                                second.get("accessToken").getStringValue(),
                                null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(second.get("refreshToken").getStringValue()).isNotEqualTo(first);
        assertThat(gateway.refresh("A".repeat(43)).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> signIn(String user, String password) {
        return gateway.call(
                "POST", "/api/session", null, "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
    }

    private static String detail(HttpResponse<String> answer) {
        return GatewayUnderTest.json(answer.body()).get("detail").getStringValue();
    }
}
