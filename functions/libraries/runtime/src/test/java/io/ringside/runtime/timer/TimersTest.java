package io.ringside.runtime.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Options;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamConfiguration;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.TimerSubjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.provision.servers.NatsServer;
import io.ringside.runtime.Emission;
import io.ringside.runtime.nats.EventToPublish;
import io.ringside.runtime.nats.OrderedPublisher;
import io.ringside.runtime.work.WorkLoop;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import io.ringside.testkit.SequentialIds;
import io.ringside.testkit.StoredMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimersTest {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    /** No delay is ever longer than it must be. */
    private static final RandomGenerator AT_ONCE = () -> 0L;

    private static final Instant FAR_AWAY = Instant.parse("2126-01-01T00:00:00.5Z");

    private final NatsServer server = Floor.shared().freshNats();
    private final Connection nats = Floor.connect(server);
    private final OrderedPublisher publisher =
            new OrderedPublisher(Options.builder().server(server.url()).build());
    private final SequentialIds ids = new SequentialIds();

    @AfterEach
    void close() throws Exception {
        publisher.close();
        nats.close();
        server.close();
    }

    @Test
    void aDueTimerBecomesTheCommandOfItsName() throws Exception {
        try (WorkLoop<ExpireRfq> loop = relay()) {
            publisher.publish(List.of(timer("r1", LONG_AGO)), true, count -> {});

            MessageInfo command = onlyCommand();
            assertThat(command.getSubject()).isEqualTo(Subjects.rfqCommand("expire", "r1"));
            assertThat(new String(command.getData(), StandardCharsets.UTF_8)).isEqualTo("{\"rfqId\":\"r1\"}");
            assertThat(command.getHeaders().getFirst(Headers.TYPE)).isEqualTo("rfq.expire");
            assertThat(command.getHeaders().getFirst(Headers.MESSAGE_ID))
                    .isEqualTo("timer/" + new SequentialIds().text());
        }
        assertThat(stored("TIMERS", "timer.>")).isEmpty();
    }

    @Test
    void aDueTimerIsNeverSetAsideWhileNoCommandIsTaken() throws Exception {
        limitCommands(1);
        try (WorkLoop<ExpireRfq> loop = relay()) {
            publisher.publish(List.of(timer("r1", LONG_AGO)), true, count -> {});
            Eventually.holds("it was tried more often than a message may be", () -> tried() > WorkLoop.DELIVERIES_MAX);
            limitCommands(-1);

            assertThat(onlyCommand().getSubject()).isEqualTo(Subjects.rfqCommand("expire", "r1"));
        }
        assertThat(stored("DEADLETTERS", ">")).isEmpty();
    }

    @Test
    void aTimerThatIsNotDueWaitsInItsStream() throws Exception {
        publisher.publish(List.of(timer("r1", FAR_AWAY)), true, count -> {});

        MessageInfo waiting = stored("TIMERS", ">").getFirst();
        assertThat(waiting.getSubject()).isEqualTo(TimerSubjects.timer("rfq", "expire", "r1"));
        assertThat(waiting.getHeaders().getFirst(Headers.SCHEDULE)).isEqualTo("@at 2126-01-01T00:00:00.500Z");
    }

    @Test
    void manyTimersOfOneTransactionAllBecomeCommands() throws Exception {
        try (WorkLoop<ExpireRfq> loop = relay()) {
            publisher.publish(
                    IntStream.range(0, 100)
                            .mapToObj(n -> timer("r" + n, LONG_AGO))
                            .toList(),
                    true,
                    count -> {});

            Eventually.holds(
                    "each is a command",
                    () -> stored("COMMANDS", "cmd.rfq.expire.>").size() == 100);
        }
    }

    @Test
    void aTimerThatIsArmedAgainReplacesItself() throws Exception {
        publisher.publish(List.of(timer("r1", FAR_AWAY)), true, count -> {});
        Instant sooner = FAR_AWAY.minusSeconds(60);

        try (Rearming rearming = rearming(emission("r1", sooner), emission("r2", sooner))) {
            rearming.begin(Set.of(1));
            Eventually.holds("both are armed", () -> stored("TIMERS", "timer.>").size() == 2);
        }
        assertThat(stored("TIMERS", "timer.>"))
                .extracting(each -> each.getHeaders().getFirst(Headers.SCHEDULE))
                .containsOnly("@at " + sooner);
    }

    @Test
    void whatALostStreamForgotIsArmedAgainOnceTheServerIsBack() throws Exception {
        server.kill();
        try (Rearming rearming = rearming(emission("r1", FAR_AWAY))) {
            rearming.begin(Set.of(1));
            server.restart();

            Floor.awaitReconnected(nats);
            Eventually.holds("it is armed", () -> stored("TIMERS", "timer.>").size() == 1);
        }
    }

    private Rearming rearming(Emission... timers) {
        return new Rearming(nats, partitions -> List.of(timers), new Random(1));
    }

    /** A stream that may hold one byte takes nothing. */
    private void limitCommands(long bytes) throws Exception {
        JetStreamManagement management = nats.jetStreamManagement();
        management.updateStream(
                StreamConfiguration.builder(management.getStreamInfo("COMMANDS").getConfiguration())
                        .maxBytes(bytes)
                        .build());
    }

    private long tried() {
        try {
            return nats.getConsumerContext("TIMERS", "rfq-timers")
                    .getConsumerInfo()
                    .getDelivered()
                    .getConsumerSequence();
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private WorkLoop<ExpireRfq> relay() throws Exception {
        return WorkLoop.start(new TimerRelay<>("rfq", ExpireRfq.class, nats, ids::get), nats, AT_ONCE);
    }

    private MessageInfo onlyCommand() {
        Eventually.holds(
                "a command is stored", () -> !stored("COMMANDS", "cmd.rfq.>").isEmpty());
        List<MessageInfo> commands = stored("COMMANDS", "cmd.rfq.>");
        assertThat(commands).hasSize(1);
        return commands.getFirst();
    }

    private List<MessageInfo> stored(String stream, String filter) {
        return StoredMessages.in(nats, stream, filter);
    }

    private static Emission emission(String rfq, Instant due) {
        return new Emission(TimerSubjects.timer("rfq", "expire", rfq), "rfq.expire", new ExpireRfq(rfq), due);
    }

    private static EventToPublish timer(String rfq, Instant due) {
        Emission emission = emission(rfq, due);
        return new EventToPublish(
                "rfq/c-" + rfq + "/0",
                emission.subject(),
                emission.type(),
                null,
                Wire.encode(emission.body()),
                due,
                false);
    }
}
