package io.ringside.runtime.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedEventsTest {
    private static final String TABLES = """
        insert into runtime.partition (function, partition, ordinal, published) values
            ('desk', 1, 4, 4), ('desk', 2, 1, 1), ('venue', 1, 2, %d), ('mail', 0, 1, 1);
        insert into runtime.remembered (function, partition, message_id, body_hash, stream, sequence, at) values
            ('desk',  1, 'late',   '', 'EVENTS',   9, now() - interval '10 minutes'),
            ('desk',  1, 'early',  '', 'COMMANDS', 5, now() - interval '50 minutes'),
            ('desk',  1, 'last',   '', 'COMMANDS', 6, now() - interval '1 minute'),
            ('desk',  2, 'first',  '', 'COMMANDS', 1, now() - interval '55 minutes'),
            ('venue', 1, 'old',    '', 'COMMANDS', 0, now() - interval '3 hours'),
            ('venue', 1, 'caused', '', 'EVENTS',   8, now() - interval '20 minutes'),
            ('mail',  0, 'first',  '', 'COMMANDS', 1, now() - interval '55 minutes');
        insert into runtime.event (function, partition, ordinal, message_id, event_id, subject, type, body) values
            ('desk',  1, 1, 'late',   'desk/late/0',    'evt.order.a.1.A.x', 't', ''),
            ('desk',  1, 2, 'early',  'desk/early/0',   'evt.order.b.1.A.x', 't', ''),
            ('desk',  1, 3, 'dead/1', 'desk/dead/1/0',  'evt.order.c.1.A.x', 't', ''),
            ('desk',  1, 4, 'last',   'desk/last/0',    'evt.order.d.1.A.x', 't', ''),
            ('desk',  2, 1, 'first',  'desk/first/0',   'evt.order.e.2.B.y', 't', ''),
            ('venue', 1, 1, 'old',    'venue/old/0',    'evt.trade.f.1.A.x', 't', ''),
            ('venue', 1, 2, 'caused', 'venue/caused/0', 'evt.trade.g.1.A.x', 't', ''),
            ('mail',  0, 1, 'first',  'mail/first/0',   'user.alice',        't', '');
        """;

    private final Database database = Floor.shared().freshDatabase();

    @Test
    void keepTheOrderOfEachPartitionAndPutNothingBeforeItsCause() throws Exception {
        database.execute(TABLES.formatted(2));
        assertThat(ids(Duration.ofHours(1)))
                .as("an early command that was handled late stays behind what was handled before it")
                .containsExactly(
                        "desk/first/0",
                        "venue/caused/0",
                        "desk/late/0",
                        "desk/early/0",
                        "desk/dead/1/0",
                        "desk/last/0");
    }

    @Test
    void bringBackWhatIsOlderThanTheStreamKeepsOnlyWhenItWasNeverPublished() throws Exception {
        database.execute(TABLES.formatted(0));
        assertThat(ids(Duration.ofHours(1)))
                .startsWith("venue/old/0", "desk/first/0")
                .hasSize(7);
        assertThat(ids(Duration.ofMinutes(5))).containsExactly("venue/old/0", "venue/caused/0", "desk/last/0");
        database.execute("update runtime.partition set published = ordinal");
        assertThat(ids(Duration.ZERO)).as("a stream that keeps everything").hasSize(7);
        assertThat(ids(Duration.ofMinutes(5))).containsExactly("desk/last/0");
    }

    @Test
    void areKnownByTheirIds() throws Exception {
        database.execute(TABLES.formatted(2));
        try (Connection connection = database.connect()) {
            RememberedEvents events = new RememberedEvents(connection, "evt", Duration.ZERO);
            assertThat(events.known(List.of("desk/dead/1/0", "desk/late/1", "match/XBT/7", "a1", "", "mail/first/0")))
                    .containsExactlyInAnyOrder("desk/dead/1/0", "mail/first/0");
        }
    }

    private List<String> ids(Duration age) throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            List<String> ids = new ArrayList<>();
            new RememberedEvents(connection, SubjectPattern.of(List.of("evt.>")), age)
                    .forEach(event -> ids.add(event.eventId()));
            return ids;
        }
    }
}
