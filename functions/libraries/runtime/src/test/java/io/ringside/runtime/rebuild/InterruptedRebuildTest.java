package io.ringside.runtime.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.runtime.ordered.LedgerFloor;
import io.ringside.testkit.Floor;
import io.ringside.testkit.StoredMessages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Remembered commands to a venue, as an execution would have sent them, beside those of clients. */
class InterruptedRebuildTest {
    private static final int EVENTS = 3_000;
    private static final UUID OPERATOR = new UUID(7, 7);
    private static final String REMEMBERED = """
        insert into runtime.partition (function, partition, ordinal, published) values ('router', 3, %1$d, 2);
        insert into runtime.cursor (function, partition, stream, stream_identity, sequence)
            select 'venue', p, 'COMMANDS', 'of another life', 77 from generate_series(0, 15) p;
        insert into runtime.partition (function, partition) select 'venue', p from generate_series(0, 15) p;
        insert into runtime.remembered (function, message_id, partition, body_hash, stream, sequence, at)
            select 'router', 'm' || n, 3, '', 'EVENTS', n, now() - make_interval(secs => %1$d - n)
            from generate_series(1, %1$d) n;
        insert into runtime.event (function, partition, ordinal, message_id, event_id, subject, type, body)
            select 'router', 3, n, 'm' || n, 'router/m' || n || '/0', 'cmd.venue.enter.3.XBT', 't', ''
            from generate_series(1, %1$d) n\
        """;

    private final List<String> progress = new ArrayList<>();

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    private Connection nats;

    @BeforeEach
    void open() throws Exception {
        nats = floor.connection;
        var management = nats.jetStreamManagement();
        management.updateStream(
                StreamConfiguration.builder(management.getStreamInfo("COMMANDS").getConfiguration())
                        .duplicateWindow(Duration.ofSeconds(1))
                        .build());
        floor.database.execute(REMEMBERED.formatted(EVENTS));
    }

    @Test
    void goesOnWhereItStoppedAndEndsInTheSame() throws Exception {
        StreamRebuild interrupted = rebuild(said -> {
            if (said.equals("500 events published")) {
                floor.nats.kill();
            }
        });
        assertThatThrownBy(() -> interrupted.apply(OPERATOR)).isInstanceOf(IOException.class);
        floor.nats.restart();
        Floor.awaitReconnected(nats);
        assertThat(stored()).isBetween(500L, EVENTS - 1L);
        assertThat(cursors()).as("nothing moves before all are there").containsExactly("of another life|77");

        Republication.Comparison found = rebuild().apply(OPERATOR);
        assertThat(found.inPlace()).isGreaterThanOrEqualTo(500);
        assertThat(ids()).isEqualTo(expected());
        assertThat(cursors()).containsExactly(identity() + "|0");
        assertThat(floor.database.rows("select distinct owner from runtime.partition"))
                .containsExactly("-");
        assertThat(floor.database.number("select count(*) from runtime.instance"))
                .isZero();
        assertThat(floor.database.number("select published from runtime.partition where function = 'router'"))
                .isEqualTo(EVENTS);
        assertThat(rebuild().plan().complete()).isTrue();
    }

    @Test
    void leavesWhatClientsSentAndRemovesOnlyWhatStandsBehindAnEarlierOne() throws Exception {
        send("client-1");
        send("router/m1/0");
        send("router/m9/0");
        send("client-2");
        floor.database.execute("update runtime.event set subject = 'user.alice' where ordinal = " + (EVENTS - 1));

        Republication.Comparison found = rebuild().apply(OPERATOR);

        assertThat(found).isEqualTo(new Republication.Comparison(EVENTS - 1, 1, List.of(3L)));
        assertThat(progress)
                .contains(
                        "holding router, venue",
                        "1 events removed; waiting 1 s until the server has forgotten their ids");
        List<String> after = new ArrayList<>(expected());
        after.remove("router/m" + (EVENTS - 1) + "/0");
        after.addFirst("client-1");
        after.add(2, "client-2");
        assertThat(ids()).isEqualTo(after);
        assertThat(floor.database.number("select published from runtime.partition where function = 'router'"))
                .as("a notice behind which nothing counts as published")
                .isEqualTo(EVENTS - 2);
    }

    @Test
    void doesNothingWhileAFunctionRunsAndLetsNoneStart() throws Exception {
        floor.database.execute("""
            insert into runtime.instance values
            ('venue', '00000000-0000-0000-0000-000000000001', now() + interval '1 minute')\
            """);
        assertThatThrownBy(() -> rebuild().apply(OPERATOR))
                .isInstanceOf(RebuildRefused.class)
                .hasMessageStartingWith("still running: venue (1)");
        assertThat(floor.database.rows("select distinct owner, fence from runtime.partition"))
                .containsExactly("-|0");
        assertThat(ids()).isEmpty();
        floor.database.execute("delete from runtime.instance");
        BookOfRecord book = book();
        try (StoppedFunctions stopped = StoppedFunctions.hold(book, List.of("venue"), OPERATOR)) {
            assertThat(floor.database.rows("""
                select distinct owner, fence from runtime.partition where function = 'venue'\
                """)).containsExactly(OPERATOR + "|1");
            floor.database.execute("update runtime.partition set owner = null where function = 'venue'");
            try (java.sql.Connection connection = book.connect()) {
                assertThatThrownBy(() -> stopped.mustHold(connection))
                        .isInstanceOf(RebuildRefused.class)
                        .hasMessageStartingWith("a function started meanwhile");
            }
        }
    }

    private StreamRebuild rebuild() throws Exception {
        return rebuild(progress::add);
    }

    private StreamRebuild rebuild(Consumer<String> hears) throws Exception {
        return new StreamRebuild(nats, book(), nats.jetStreamManagement().getStreamInfo("COMMANDS"), hears);
    }

    private BookOfRecord book() {
        return new BookOfRecord(floor.database.jdbcUrl(), floor.database.user(), floor.database.password());
    }

    private void send(String id) throws Exception {
        Headers headers = new Headers();
        headers.put("Nats-Msg-Id", id);
        nats.jetStream()
                .publish(NatsMessage.builder()
                        .subject("cmd.venue.enter.3.XBT")
                        .headers(headers)
                        .build());
    }

    private List<String> expected() {
        return IntStream.rangeClosed(1, EVENTS)
                .mapToObj(n -> "router/m" + n + "/0")
                .toList();
    }

    private List<String> ids() {
        return StoredMessages.in(nats, "COMMANDS", "cmd.>").stream()
                .map(MessageInfo::getHeaders)
                .map(headers -> String.valueOf(headers.getFirst("Nats-Msg-Id")))
                .toList();
    }

    private long stored() {
        try {
            return nats.jetStreamManagement()
                    .getStreamInfo("COMMANDS")
                    .getStreamState()
                    .getMsgCount();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String identity() throws Exception {
        return nats.jetStreamManagement()
                .getStreamInfo("COMMANDS")
                .getCreateTime()
                .toInstant()
                .toString();
    }

    private List<String> cursors() {
        return floor.database.rows("select distinct stream_identity, sequence from runtime.cursor");
    }
}
