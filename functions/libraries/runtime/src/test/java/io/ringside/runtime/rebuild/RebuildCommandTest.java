package io.ringside.runtime.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.nats.client.api.StreamConfiguration;
import io.ringside.runtime.Ids;
import io.ringside.runtime.host.FunctionHost;
import io.ringside.runtime.host.TimeOrderedIds;
import io.ringside.runtime.ordered.FollowerFunction;
import io.ringside.runtime.ordered.LedgerFacts;
import io.ringside.runtime.ordered.LedgerFloor;
import io.ringside.runtime.ordered.LoopState;
import io.ringside.testkit.MadeAgain;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RebuildCommandTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @Test
    void factsThatWereLostComeBackInOrderAndEachIsHandledOnce() throws Exception {
        tradeUntilHalfIsFollowed();
        makeAnew("EVENTS");
        tradeOnTheNewStream();

        assertThat(run("EVENTS")).isZero();
        assertThat(text())
                .contains("follower")
                .contains("LOST, stream EVENTS was created")
                .contains("EVENTS: of 100 remembered events 0 are in order in it,"
                        + " 100 are to be published, 10 to be removed before");
        assertThat(run("EVENTS", "--apply")).isZero();
        assertThat(LedgerFacts.numbers(floor, "HOT")).isEqualTo(LedgerFacts.upTo(80));
        assertThat(LedgerFacts.numbers(floor, "COLD")).isEqualTo(LedgerFacts.upTo(20));
        assertThat(run("EVENTS", "--apply")).isZero();
        assertThat(text()).endsWith("every cursor continues: nothing is to be rebuilt\n");

        try (ApplicationContext both = floor.instance()) {
            send("HOT", 81, 85);
            LedgerFloor.eventually(
                    "the new work", DEADLINE, () -> followed("HOT").size() >= 85);
            assertThat(failed(both)).isEmpty();
        }
        assertThat(followed("HOT")).isEqualTo(LedgerFacts.upTo(85));
        assertThat(followed("COLD")).isEqualTo(LedgerFacts.upTo(20));
        assertThat(floor.entries()).hasSize(105);
    }

    private void tradeUntilHalfIsFollowed() throws Exception {
        try (ApplicationContext both = floor.instance()) {
            send("HOT", 1, 40);
            send("COLD", 1, 20);
            LedgerFloor.eventually(
                    "all followed",
                    DEADLINE,
                    () -> followed("HOT").size() == 40 && followed("COLD").size() == 20);
        }
        try (ApplicationContext ledger = floor.instance(Map.of(FollowerFunction.ABSENT, "true"))) {
            send("HOT", 41, 70);
            LedgerFloor.eventually("facts that nobody followed", DEADLINE, () -> facts("HOT") == 70);
        }
    }

    /** Who only feeds the stream does not notice; the follower does; nothing may be rebuilt under the one that runs. */
    private void tradeOnTheNewStream() throws Exception {
        try (ApplicationContext both = floor.instance()) {
            LedgerFloor.eventually("a stop", DEADLINE, () -> failed(both).equals(List.of("follower")));
            send("HOT", 71, 80);
            LedgerFloor.eventually("facts in the new stream", DEADLINE, () -> facts("HOT") == 10);
            LedgerFloor.eventually("no lease of the stopped one", DEADLINE, () -> leases("follower") == 0);
            assertThat(run("EVENTS", "--apply")).isEqualTo(1);
            assertThat(text())
                    .endsWith("refused: still running: ledger (1); stop every function"
                            + " that reads or feeds the stream, then run this again\n");
            assertThat(facts("HOT")).isEqualTo(10);
        }
    }

    @Test
    void commandsThatWereLostAreSaidToBeAskedAgainAndTheCursorsGoToTheNewStart() throws Exception {
        try (ApplicationContext both = floor.instance()) {
            send("HOT", 1, 5);
            LedgerFloor.eventually("all handled", DEADLINE, () -> facts("HOT") == 5);
        }
        makeAnew("COMMANDS");
        send("HOT", 6, 6);
        floor.send("HOT", "h5", "ADA-XBT", "/again");
        assertThat(run("COMMANDS")).isZero();
        assertThat(text()).contains("add --apply to do it");
        assertThat(run("COMMANDS", "--apply")).isZero();
        assertThat(text()).contains("again with the same id");
        try (ApplicationContext both = floor.instance()) {
            LedgerFloor.eventually("the waiting command", DEADLINE, () -> facts("HOT") == 6);
            assertThat(failed(both)).isEmpty();
        }
        assertThat(floor.entries()).hasSize(6).endsWith("HOT|6|h6");
    }

    @Test
    void whatCannotBeRebuiltIsSaid() throws Exception {
        assertThat(run()).isZero();
        assertThat(text()).isEqualTo("no function has ever read a stream\n");
        try (ApplicationContext both = floor.instance()) {
            send("HOT", 1, 1);
            LedgerFloor.eventually("the fact", DEADLINE, () -> followed("HOT").size() == 1);
        }
        assertThat(run()).isZero();
        assertThat(text()).contains("continues");
        assertThat(run("INBOX")).isEqualTo(1);
        assertThat(text()).endsWith("refused: no function reads a stream INBOX\n");
        floor.connection.jetStreamManagement().deleteStream("EVENTS");
        assertThat(run()).isZero();
        assertThat(text()).contains("EVENTS  does not exist").contains("LOST, there is no stream EVENTS");
        assertThat(run("EVENTS", "--apply")).isEqualTo(1);
        assertThat(text()).contains("refused: there is no stream EVENTS: make it");
        assertThat(run("EVENTS", "--please")).isEqualTo(2);
        assertThat(run("--apply")).isEqualTo(2);
        assertThat(text()).contains("usage: rebuild [STREAM [--apply]]");
    }

    @Test
    void aBookOfRecordThatIsAwayIsNamed() {
        BookOfRecord nowhere = new BookOfRecord("jdbc:postgresql://127.0.0.1:1/floor?password=x", "nobody", "");
        assertThat(command(nowhere).run(List.of())).isEqualTo(1);
        assertThat(text()).startsWith("PostgreSQL at jdbc:postgresql://127.0.0.1:1/floor: ");
    }

    @Test
    void theServersAreFoundByTheEnvironment() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Ids ids = new TimeOrderedIds(Clock.systemUTC(), new Random(1));
        assertThat(RebuildCommand.execute(floor.environment(), ids, List.of(), out))
                .isZero();
        assertThat(text()).isEqualTo("no function has ever read a stream\n");
        assertThat(RebuildCommand.execute(Map.of("NATS_URL", "nats://127.0.0.1:1"), ids, List.of(), out))
                .isEqualTo(1);
        assertThat(text()).endsWith("no nats-server answers at nats://127.0.0.1:1: start it, or set NATS_URL\n");
        assertThat(RebuildCommand.execute(Map.of(), ids, List.of("--help"), out))
                .isZero();
        assertThat(text()).contains("usage: rebuild [STREAM [--apply]]");
    }

    private void send(String account, int first, int last) throws Exception {
        for (int i = first; i <= last; i++) {
            floor.send(account, account.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + i, "ADA-XBT", "");
        }
    }

    /** Lost and made again; what it forgot of ids it forgets after a second. */
    private void makeAnew(String stream) throws Exception {
        var management = floor.connection.jetStreamManagement();
        var before = management.getStreamInfo(stream).getConfiguration();
        management.deleteStream(stream);
        MadeAgain.stream(
                management,
                StreamConfiguration.builder(before)
                        .duplicateWindow(Duration.ofSeconds(1))
                        .build());
    }

    private int facts(String account) {
        return floor.facts(account).size();
    }

    private List<Long> followed(String account) {
        return floor
                .database
                .rows("select number from ledger.followed where account = '" + account + "' order by position")
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private long leases(String function) {
        return floor.database.number("select count(*) from runtime.instance where function = '" + function + "'");
    }

    private static List<String> failed(ApplicationContext instance) {
        return instance.getBean(FunctionHost.class).running().stream()
                .filter(loop -> loop.state().phase() == LoopState.Phase.FAILED)
                .map(loop -> loop.name())
                .toList();
    }

    private int run(String... words) {
        return command(new BookOfRecord(floor.database.jdbcUrl(), floor.database.user(), floor.database.password()))
                .run(List.of(words));
    }

    private RebuildCommand command(BookOfRecord book) {
        printed.reset();
        return new RebuildCommand(
                floor.connection,
                book,
                new TimeOrderedIds(Clock.systemUTC(), new Random(1)),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
