package io.ringside.faults.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookReaderTest {
    private static final String ROWS = """
            insert into orders.orders (order_id, account, client_order_id, trader, instrument, side, order_type,
                    time_in_force, quantity, limit_price, status, filled, filled_value, version, created_at, updated_at)
            values ('00000000-0000-7000-8000-000000000001', 'A', 'o1', 'alice', 'CA', 'BUY', 'LIMIT', 'DAY',
                    5, 100, 'PARTIALLY_FILLED', 2, 200, 2, now(), now());
            insert into venue.working_order values ('00000000-0000-7000-8000-000000000001', 'o1', 'A', 'alice', 'CA',
                    'BUY', 'LIMIT', 'DAY', 5, 3, 100, 7, 'WORKING', now());
            insert into position.trade values ('e1', '00000000-0000-7000-8000-000000000001', 'A', 'CA', 'BUY', 2, 100,
                    'paper', now());
            insert into position.position values ('A', 'CA', 2, 100, 200, 0, 1, now());
            insert into risk.exposure values ('A', 'CA', 2, 3, 0);
            insert into risk.reservation values ('A', 'o1', 'CA', 'BUY', 'RESERVED', 5, 3, null, null, 1, 100);
            insert into rfq.rfq values ('00000000-0000-7000-8000-000000000002', 3, 'r1', 'A', 'alice', 'ash', 'CA',
                    'BUY', 5, 'OPEN', now(), now() + interval '1 minute', now(), 2);
            insert into rfq.quote values ('00000000-0000-7000-8000-000000000002', 'bob', 0, 'birch', 'ACTIVE',
                    '00000000-0000-7000-8000-000000000003', 'q1', 'B', 1, 100, 'rfq-1', 2),
                ('00000000-0000-7000-8000-000000000002', 'cat', 1, 'cedar', 'REQUESTED', null, null, null, 0, null,
                    null, 1);
            insert into runtime.partition (function, partition, ordinal, published, audit_ordinal)
            values ('order-submit', 3, 9, 8, 4);
            insert into runtime.cursor values ('order-submit', 3, 'COMMANDS', 'created', 12);
            insert into runtime.remembered values ('order-submit', 'A/o1', 3, 'x', 'COMMANDS', 12, now());
            insert into runtime.event values ('order-submit', 3, 1, 'A/o1', 'order-submit/A/o1/0',
                    'evt.order.accepted.3.A.x', 'order.accepted', null, '{}');
            insert into audit.entry values ('order-submit', 3, 1, 'A/o1', 'COMMANDS', 12, '2026-11-21T09:00:00.123456Z',
                    'cmd.order.submit.3.A', '{}', 'accepted', '\\x00ff');
            """;

    private static final String RFQ = "00000000-0000-7000-8000-000000000002";

    @Test
    void everyTableIsReadAsItStands() throws Exception {
        Database database = Floor.shared().freshDatabase();
        database.execute(ROWS);
        Book book;
        try (var connection = database.under("observer").connect()) {
            book = BookReader.read(connection);
        }

        Book.Order order = book.orders().getFirst();
        assertThat(order.key()).isEqualTo("A/o1");
        assertThat(order.isOpen()).isTrue();
        assertThat(order.leaves()).isEqualByComparingTo("3");
        assertThat(book.working().getFirst().leaves()).isEqualByComparingTo("3");
        assertThat(book.trades().getFirst().signed()).isEqualByComparingTo("2");
        assertThat(book.positions().getFirst().quantity()).isEqualByComparingTo(BigDecimal.TWO);
        assertThat(book.exposures().getFirst().reservedBuy()).isEqualByComparingTo("3");
        assertThat(book.reservations().getFirst().remaining()).isEqualByComparingTo("3");
        assertThat(book.negotiations().rfqs())
                .containsExactly(new Book.Rfq(RFQ, "r1", "A", "alice", "CA", "BUY", new BigDecimal("5"), "OPEN", 2));
        assertThat(book.negotiations().quotes())
                .containsExactlyInAnyOrder(
                        new Book.Quote(RFQ, "bob", "ACTIVE", "B", 1, new BigDecimal("100"), "rfq-1", 2),
                        new Book.Quote(RFQ, "cat", "REQUESTED", null, 0, null, null, 1));
        Book.Runtime runtime = book.runtime();
        assertThat(runtime.partitions().getFirst())
                .isEqualTo(new Book.Partition("order-submit", 3, 9, 8, 4, "00".repeat(32)));
        assertThat(runtime.cursors()).containsExactly(new Book.Cursor("order-submit", 3, "COMMANDS", 12));
        assertThat(runtime.remembered()).containsExactly(new Book.Remembered("order-submit", "A/o1", "COMMANDS", 12));
        assertThat(new String(runtime.events().getFirst().body(), StandardCharsets.UTF_8))
                .isEqualTo("{}");
        assertThat(runtime.audits().getFirst().at()).isEqualTo(Instant.parse("2026-11-21T09:00:00.123456Z"));
        assertThat(runtime.audits().getFirst().hash()).isEqualTo("00ff");
    }
}
