package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.ringside.runtime.host.FunctionHost;
import io.ringside.testkit.Floor;
import io.ringside.testkit.MadeAgain;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A server is away for some seconds, many times the life of any retry; {@code -Dringside.away.seconds=60} makes it the
 * minute of the requirement.
 */
@Isolated("kills the PostgreSQL of all")
class ServersAwayTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("ringside.away.seconds", 5));

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @AfterEach
    void close() {
        Floor.shared().postgres().restart();
    }

    @Test
    void whatArrivesWhilePostgresIsAwayIsHandledAfterAndNothingIsGivenUp() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            floor.send("ACC", "a1", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "the first fact", DEADLINE, () -> floor.facts("ACC").size() == 1);
            Floor.shared().postgres().kill();
            floor.send("ACC", "a2", "ADA-XBT", "");
            LedgerFloor.eventually("a pause", DEADLINE, () -> phase(instance) == LoopState.Phase.PAUSED);
            Thread.sleep(AWAY.toMillis());
            Floor.shared().postgres().restart();
            LedgerFloor.eventually(
                    "the second fact", DEADLINE, () -> floor.facts("ACC").size() == 2);
        }
        assertThat(floor.entries()).containsExactly("ACC|1|a1", "ACC|2|a2");
        assertThat(floor.deadLetters()).isEmpty();
    }

    @Test
    void whatWasReceivedBeforeNatsWentAwayIsHandledAfter() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            floor.send("ACC", "a1", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "the first fact", DEADLINE, () -> floor.facts("ACC").size() == 1);
            for (int i = 2; i <= 50; i++) {
                floor.send("ACC", "a" + i, "ADA-XBT", "");
            }
            floor.nats.kill();
            Thread.sleep(AWAY.toMillis());
            floor.nats.restart();
            Floor.awaitReconnected(floor.connection);
            LedgerFloor.eventually(
                    "all facts", DEADLINE, () -> floor.facts("ACC").size() == 50);
        }
        assertThat(floor.entries()).hasSize(50);
        assertThat(LedgerFacts.numbers(floor, "ACC")).isEqualTo(LedgerFacts.upTo(50));
        assertThat(floor.deadLetters()).isEmpty();
    }

    @Test
    void aFunctionThatIsStartedBeforeItsServersWaitsForThem() throws Exception {
        floor.send("ACC", "a1", "ADA-XBT", "");
        floor.nats.kill();
        Floor.shared().postgres().kill();
        CompletableFuture<ApplicationContext> starting =
                CompletableFuture.supplyAsync(floor::instance, Thread::startVirtualThread);
        Thread.sleep(5_000);
        Floor.shared().postgres().restart();
        Thread.sleep(3_000);
        assertThat(starting).isNotDone();
        floor.nats.restart();
        try (ApplicationContext instance = starting.get(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            Floor.awaitReconnected(floor.connection);
            LedgerFloor.eventually(
                    "the fact", DEADLINE, () -> floor.facts("ACC").size() == 1);
            LedgerFloor.eventually("readiness", DEADLINE, () -> state(instance).ready());
        }
    }

    @Test
    void aStreamMadeAnewUnderACursorStopsTheFunctionWithAClearMessage() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            floor.send("ACC", "a1", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "the first fact", DEADLINE, () -> floor.facts("ACC").size() == 1);
            var management = floor.connection.jetStreamManagement();
            var configuration = management.getStreamInfo("COMMANDS").getConfiguration();
            management.deleteStream("COMMANDS");
            MadeAgain.stream(management, configuration);
            LedgerFloor.eventually("a stop", DEADLINE, () -> phase(instance) == LoopState.Phase.FAILED);
            assertThat(state(instance).detail())
                    .startsWith("ledger: stream COMMANDS was created")
                    .contains("the cursor was made in the one of")
                    .contains("rebuild");
        }
    }

    private static LoopState.Phase phase(ApplicationContext instance) {
        return state(instance).phase();
    }

    private static LoopState state(ApplicationContext instance) {
        return instance.getBean(FunctionHost.class).running().stream()
                .filter(loop -> loop.name().equals("ledger"))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
