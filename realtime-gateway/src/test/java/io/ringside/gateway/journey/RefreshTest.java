package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testkit.HandMovedClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A refresh token that comes twice: from a client that got no answer, or from a thief. Two nodes on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshTest {
    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private GatewayUnderTest gateway;
    private GatewayUnderTest other;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(clock, Map.of());
        other = GatewayUnderTest.startOn(gateway.database(), clock, Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
        other.close();
    }

    @Test
    void givesAFreshPairToWhomTheAnswerDidNotReach() {
        String first = signIn();
        String lost = next(gateway.refresh(first));
        String third = next(other.refresh(first));
        assertThat(third).isNotEqualTo(lost);
        assertThat(states(first, lost, third)).containsExactly("used", "revoked", "unused");
        assertThat(gateway.refresh(third).statusCode()).isEqualTo(200);
    }

    @Test
    void givesAFreshPairAsOftenAsTheAnswerIsLost() {
        String first = signIn();
        String lost = next(gateway.refresh(first));
        String lostToo = next(gateway.refresh(first));
        String last = next(gateway.refresh(first));
        assertThat(states(first, lost, lostToo, last)).containsExactly("used", "revoked", "revoked", "unused");
        assertThat(gateway.refresh(last).statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheSignInWhenTheTokenComesAgainAfterTheGrace() {
        String first = signIn();
        String second = next(gateway.refresh(first));
        clock.advance(Duration.ofMillis(9_999));
        String third = next(gateway.refresh(first));
        clock.advance(Duration.ofMillis(1));
        assertEnded(gateway.refresh(first), second, third);
    }

    @Test
    void endsTheSignInWhenTheTokenComesAgainAndItsSuccessorWasUsed() {
        String first = signIn();
        String second = next(gateway.refresh(first));
        String third = next(gateway.refresh(second));
        assertEnded(other.refresh(first), second, third);
    }

    @Test
    void endsTheSignInWhenATokenComesThatAnotherOneWasGivenFor() {
        String first = signIn();
        String stolen = next(gateway.refresh(first));
        String third = next(gateway.refresh(first));
        assertEnded(gateway.refresh(stolen), first, third);
    }

    @Test
    void givesNothingOnceTheSignInHasEnded() {
        String first = signIn();
        HttpResponse<String> answer = gateway.refresh(first);
        String access = GatewayUnderTest.json(answer.body()).get("accessToken").getStringValue();
        assertThat(gateway.call("DELETE", "/api/session", access, null).statusCode())
                .isEqualTo(204);
        assertEnded(gateway.refresh(first), next(answer));
    }

    @RepeatedTest(10)
    void leavesOneOfTwoThatRaceWithOneToken() {
        String first = signIn();
        List<HttpResponse<String>> answers = race(() -> gateway.refresh(first), () -> other.refresh(first));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200);
        String one = next(answers.getFirst());
        String two = next(answers.getLast());
        assertThat(states(one, two)).containsExactlyInAnyOrder("unused", "revoked");
        boolean oneWon = states(one).equals(List.of("unused"));
        assertThat(gateway.refresh(oneWon ? one : two).statusCode()).isEqualTo(200);
        assertEnded(gateway.refresh(oneWon ? two : one), first);
    }

    @RepeatedTest(10)
    void endsTheSignInWhenATokenRacesWithItsSuccessor() {
        String first = signIn();
        String second = next(gateway.refresh(first));
        List<HttpResponse<String>> answers = race(() -> gateway.refresh(first), () -> other.refresh(second));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 401);
        HttpResponse<String> refused = answers.getFirst().statusCode() == 401 ? answers.getFirst() : answers.getLast();
        assertEnded(refused, first, second);
    }

    /** Refused, and so is everything else of the same sign-in. */
    private void assertEnded(HttpResponse<String> refused, String... tokens) {
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(GatewayUnderTest.json(refused.body()).get("detail").getStringValue())
                .isEqualTo("Sign in again.");
        for (String token : tokens) {
            assertThat(other.refresh(token).statusCode()).isEqualTo(401);
        }
        assertThat(gateway.database().number("""
                        select count(*) from identity.session_family f
                        join identity.refresh_token r on r.family = f.id
                        where f.revoked_at is null and r.token_hash = sha256('%s')""".formatted(tokens[0]))).isZero();
    }

    private List<String> states(String... tokens) {
        return java.util.Arrays.stream(tokens)
                .flatMap(token -> gateway.database().rows("""
                        select case when used_at is not null then 'used' when revoked_at is not null then 'revoked'
                            else 'unused' end
                        from identity.refresh_token where token_hash = sha256('%s')""".formatted(token)).stream())
                .toList();
    }

    private String signIn() {
        return gateway.signIn("bob").get("refreshToken").getStringValue();
    }

    private static String next(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return GatewayUnderTest.json(answer.body()).get("refreshToken").getStringValue();
    }

    private static List<HttpResponse<String>> race(
            Supplier<HttpResponse<String>> one, Supplier<HttpResponse<String>> two) {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return java.util.stream.Stream.of(one, two)
                    .map(each -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return each.get();
                            },
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            var unused = start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
