package io.ringside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.api.MessageInfo;
import io.ringside.provision.servers.NatsServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloorTest {
    private static final Duration DEADLINE = Eventually.DEADLINE;

    private final Floor floor = Floor.shared();

    @Test
    void eachDatabaseIsMigratedAndStartsEmpty() {
        Database first = floor.freshDatabase();
        first.execute("insert into identity.firm values ('f', 'F')");

        assertThat(first.rows("select id, name from identity.firm")).containsExactly("f|F");
        assertThat(floor.freshDatabase().number("select count(*) from identity.firm"))
                .isZero();
    }

    @Test
    void aDatabaseUnderAProcessAllowsWhatIsGrantedToIt() {
        Database database = floor.freshDatabase();
        assertThat(database.under("position").number("select count(*) from position.position"))
                .isZero();
        assertThatThrownBy(() -> database.under("position").number("select count(*) from identity.trader"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void recordsWhatIsPublishedAndReadsBackWhatIsKept() throws Exception {
        floor.freshStreams();
        try (Connection connection = floor.connect();
                SubjectRecorder recorder = SubjectRecorder.on(connection, "evt.>")) {
            publish(connection, "evt.a.b", "one");
            publish(connection, "evt.a.c", "two");

            assertThat(recorder.await(2, DEADLINE)).hasSize(2);
            assertThat(recorder.awaitMatching(message -> message.getSubject().equals("evt.a.c"), DEADLINE)
                            .getData())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("two");
            assertThat(StoredMessages.in(connection, "EVENTS", "evt.a.*"))
                    .extracting(MessageInfo::getSeq)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void aRecorderThatHearsTooLittleSaysWhatItHeard() throws Exception {
        try (Connection connection = floor.connect();
                SubjectRecorder recorder = SubjectRecorder.on(connection, "never.>")) {
            assertThatThrownBy(() -> recorder.await(1, Duration.ofMillis(50)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("heard 0");
        }
    }

    @Test
    void aServerOfOnesOwnMayBeKilledWithoutHurtingTheSharedOne() throws Exception {
        try (NatsServer own = floor.freshNats();
                Connection connection = Floor.connect(own)) {
            publish(connection, "evt.a.b", "kept");
            own.kill();
            own.restart();
            try (Connection again = Floor.connect(own)) {
                assertThat(StoredMessages.in(again, "EVENTS", "evt.>")).hasSize(1);
                assertThat(StoredMessages.in(again, "QUOTES", "quote.*")).isEmpty();
            }
            try (Connection shared = floor.connect()) {
                assertThat(shared.getStatus()).isEqualTo(Connection.Status.CONNECTED);
            }
        }
    }

    private static void publish(Connection connection, String subject, String body) throws Exception {
        connection.jetStream().publish(subject, body.getBytes(StandardCharsets.UTF_8));
    }
}
