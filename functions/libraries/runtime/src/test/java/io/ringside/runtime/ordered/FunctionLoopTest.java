package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import io.ringside.runtime.deadletter.DeadLetterHeaders;
import io.ringside.runtime.host.FunctionHost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FunctionLoopTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @Test
    void handlesEachOrderOnceInTheOrderOfTheLogAndTellsItOnce() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            floor.send("HOT", "h" + i, "ADA-XBT", "");
            expected.add("HOT|" + i + "|h" + i);
        }
        try (ApplicationContext instance = floor.instance()) {
            LedgerFloor.eventually(
                    "300 facts", DEADLINE, () -> floor.facts("HOT").size() == 300);
        }
        assertThat(floor.entries()).isEqualTo(expected);
        assertThat(LedgerFacts.numbers(floor, "HOT")).isEqualTo(LedgerFacts.upTo(300));
        assertThat(floor.notices()).hasSize(101);
        assertThat(floor.database.number("select count(*) from runtime.partition where published < ordinal"))
                .isZero();
        assertThat(floor.database.number("select count(*) from runtime.partition where owner is not null"))
                .isZero();
    }

    @Test
    void aDuplicateStoredBeyondTheWindowHasNoSecondEffectAndItsSenderIsAnsweredAgain() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            floor.send("ACC", "a1", "ADA-XBT", "/first");
            LedgerFloor.eventually(
                    "the fact", DEADLINE, () -> floor.facts("ACC").size() == 1);
            floor.send("ACC", "a1", "ADA-XBT", "/second");
            floor.send("ACC", "a2", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "the next fact", DEADLINE, () -> floor.facts("ACC").size() == 2);
        }
        assertThat(floor.entries()).containsExactly("ACC|1|a1", "ACC|2|a2");
    }

    @Test
    void theSameIdWithAnotherBodyIsRefusedOnceAndTheFirstStands() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            floor.send("ACC", "a1", "ADA-XBT", "/first");
            floor.send("ACC", "a1", "XBT-CHF", "/other");
            floor.send("ACC", "a1", "XBT-CHF", "/other again");
            floor.send("ACC", "a2", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "three notices", DEADLINE, () -> floor.notices().size() == 3);
        }
        assertThat(floor.entries()).containsExactly("ACC|1|a1", "ACC|2|a2");
        assertThat(floor.notices().stream().map(FunctionLoopTest::text))
                .satisfiesExactly(
                        first -> assertThat(first).contains("a1").contains("\"number\":1"),
                        second -> assertThat(second).contains("DUPLICATE_ID"),
                        third -> assertThat(third).contains("a2").contains("\"number\":2"));
    }

    @Test
    void aPoisonMessageEndsAsADeadLetterAndWhatFollowsIsHandled() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            floor.send("ACC", "a1", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "a warm loop", DEADLINE, () -> floor.facts("ACC").size() == 1);
            floor.send("ACC", "bad", "POISON", "");
            floor.send("ACC", "bad2", "UNSPEAKABLE", "");
            floor.sendRaw("ACC", "{\"not\":\"an order\"}".getBytes(StandardCharsets.UTF_8), "worse");
            floor.send("ACC", "a2", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "the order behind it", DEADLINE, () -> floor.facts("ACC").size() == 2);
        }
        assertThat(floor.entries()).containsExactly("ACC|1|a1", "ACC|2|a2");
        assertThat(floor.deadLetters())
                .satisfiesExactly(
                        poison -> assertThat(header(poison, DeadLetterHeaders.CAUSE))
                                .isEqualTo("IllegalStateException: cannot swallow bad"),
                        unspeakable -> assertThat(header(unspeakable, DeadLetterHeaders.CAUSE))
                                .startsWith("PSQLException: ERROR: invalid byte sequence"),
                        garbage -> assertThat(header(garbage, DeadLetterHeaders.CAUSE))
                                .startsWith("not a SubmitOrder"));
        assertThat(floor.notices().stream()
                        .map(FunctionLoopTest::text)
                        .filter(text -> text.contains("UNDER_INVESTIGATION")))
                .hasSize(3);
    }

    /** The quickest of some: the others a busy machine may have held up. */
    @Test
    void whatFollowsAPoisonMessageIsHandledWithinASecond() throws Exception {
        List<Duration> waits = new ArrayList<>();
        try (ApplicationContext instance = floor.instance()) {
            for (int i = 1; i <= 5; i++) {
                int handled = i;
                floor.send("ACC", "bad" + i, "POISON", "");
                floor.send("ACC", "a" + i, "ADA-XBT", "");
                long sent = System.nanoTime();
                LedgerFloor.eventually(
                        "the order behind it",
                        DEADLINE,
                        () -> floor.facts("ACC").size() == handled);
                waits.add(Duration.ofNanos(System.nanoTime() - sent));
            }
        }
        assertThat(Collections.min(waits)).isLessThan(Duration.ofSeconds(1));
        assertThat(floor.deadLetters()).hasSize(5);
    }

    @Test
    void whoeverCannotBeToldDoesNotHoldUpTheNext() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            floor.sendRaw("ACC", new byte[0], "empty");
            floor.connection.jetStream().publish(Subjects.orderCommand("submit", "ACC"), new byte[] {'?'});
            floor.send("ACC", "a1", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "the fact", DEADLINE, () -> floor.facts("ACC").size() == 1);
        }
        assertThat(floor.deadLetters())
                .satisfiesExactly(
                        empty -> assertThat(header(empty, DeadLetterHeaders.ORIGINAL_ID))
                                .isEqualTo("empty"),
                        nameless -> assertThat(header(nameless, DeadLetterHeaders.ORIGINAL_ID))
                                .isEqualTo("COMMANDS/2"));
        assertThat(floor.entries()).containsExactly("ACC|1|a1");
    }

    @Test
    void aDefectThatIsNoExceptionStopsTheFunctionLoudlyAndGivesItsPartitionsBack() throws Exception {
        LedgerFunction.HOOK.set(() -> {
            throw new LinkageError("half a class");
        });
        try (ApplicationContext instance = floor.instance()) {
            floor.send("ACC", "a1", "HOOK", "");
            LoopState.Phase failed = LoopState.Phase.FAILED;
            LedgerFloor.eventually("the stop", DEADLINE, () -> instance.getBean(FunctionHost.class).running().stream()
                    .anyMatch(loop -> loop.state().phase() == failed
                            && loop.state().detail().contains("half a class")));
            LedgerFloor.eventually(
                    "its partitions given back",
                    DEADLINE,
                    () -> floor.database.number("select count(*) from runtime.partition"
                                    + " where function = 'ledger' and owner is not null")
                            == 0);
        }
        assertThat(floor.entries()).isEmpty();
    }

    @Test
    void aReplayedMessageAndItsOriginalHaveOneEffect() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            for (String id : List.of("e1", "replay/7/e1", "replay/8/replay/7/e1", "e2")) {
                Headers headers = new Headers();
                headers.put(io.ringside.contracts.Headers.MESSAGE_ID, id);
                floor.connection
                        .jetStream()
                        .publish(NatsMessage.builder()
                                .subject(Subjects.orderFact("accepted", "ACC", "x"))
                                .headers(headers)
                                .data("{\"clientOrderId\":\"x\",\"number\":" + id.charAt(id.length() - 1) + '}')
                                .build());
            }
            LedgerFloor.eventually("the last", DEADLINE, () -> followed().contains("2"));
        }
        assertThat(followed()).containsExactly("1", "2");
    }

    private List<String> followed() {
        return floor.database.rows("select number from ledger.followed order by position");
    }

    private static String text(MessageInfo message) {
        return new String(message.getData(), StandardCharsets.UTF_8);
    }

    private static String header(MessageInfo message, String name) {
        return String.valueOf(message.getHeaders().getFirst(name));
    }
}
