package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.testkit.HandMovedClock;
import io.ringside.testkit.Quotes;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How often a client is told what is conflated, as it chose; beside one that hears everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaceTest {
    private static final String GOLD = "XAU";
    private static final String CHANNEL = "quotes." + GOLD;

    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private GatewayUnderTest gateway;
    private long sequence;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(clock, Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void tellsTheLatestOfEachRoundToWhoeverChoseAPace() {
        try (ClientSocket free = gateway.connect("bob", "[\"" + CHANNEL + "\"]", "{}");
                ClientSocket paced = gateway.connect("alice", "[]", "{}")) {
            assertThat(paced.ask("\"pace\":{\"updatesPerSecond\":1}").get("result"))
                    .isEqualTo(GatewayUnderTest.json("{\"paced\":{\"updatesPerSecond\":1}}"));
            paced.ask("\"subscribe\":{\"channels\":[\"" + CHANNEL + "\"]}");
            long first = publishAndAwait(free);
            assertThat(nextSequence(paced)).isEqualTo(first);
            publishAndAwait(free);
            publishAndAwait(free);
            long last = publishAndAwait(free);
            paced.ask("\"ping\":{}");
            assertThat(paced.nothingCameEarly()).as("between two rounds").isTrue();
            clock.advance(Duration.ofSeconds(1));
            assertThat(nextSequence(paced)).isEqualTo(last);
            paced.ask("\"pace\":{}");
            for (int i = 0; i < 3; i++) {
                long next = publishAndAwait(free);
                assertThat(nextSequence(paced)).as("as it comes").isEqualTo(next);
            }
        }
    }

    @Test
    void takesAPaceWithTheFirstMessageAndSaysWhatIsWrongWithOne() {
        try (ClientSocket free = gateway.connect("bob", "[\"" + CHANNEL + "\"]", "{}");
                ClientSocket paced = gateway.socket()) {
            paced.ask("\"connect\":{\"ticket\":\"" + gateway.ticket(gateway.token("alice"))
                    + "\",\"client\":\"test/1\",\"channels\":[\"" + CHANNEL + "\"],\"positions\":{},"
                    + "\"pace\":{\"updatesPerSecond\":1,\"bytesPerSecond\":65536}}");
            publishAndAwait(free);
            nextSequence(paced);
            publishAndAwait(free);
            paced.ask("\"ping\":{}");
            assertThat(paced.nothingCameEarly()).isTrue();
            JsonNode error = paced.ask("\"pace\":{\"bytesPerSecond\":1}").get("error");
            assertThat(error.get("code").getStringValue()).isEqualTo("MALFORMED");
            assertThat(error.get("field").getStringValue()).isEqualTo("pace.bytesPerSecond");
        }
    }

    /** Publishes the next quote and waits until the other socket has it. */
    private long publishAndAwait(ClientSocket other) {
        sequence++;
        gateway.nats()
                .publish(
                        Subjects.quote(GOLD),
                        Wire.encode(Quotes.of(GOLD, sequence + ": 99 x 10 / 100 x 10", clock.instant())));
        while (nextSequence(other) < sequence) {
            // an earlier one
        }
        return sequence;
    }

    private static long nextSequence(ClientSocket socket) {
        return socket.push(CHANNEL).get("data").get("sequence").getLongValue();
    }
}
