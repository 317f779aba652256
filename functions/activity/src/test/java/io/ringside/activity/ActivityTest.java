package io.ringside.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.runtime.FunctionApplication;
import io.ringside.runtime.host.FunctionHost;
import io.ringside.runtime.ordered.LoopState;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.StoredMessages;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole function on a real nats-server and PostgreSQL. Each test has an account of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityTest {
    private OwnServers servers;
    private ApplicationContext running;
    private int sent;

    @BeforeAll
    void start() {
        servers = new OwnServers();
        running = FunctionApplication.run("activity", Activity.class, servers.properties("activity"));
    }

    @AfterAll
    void stop() {
        running.close();
        servers.close();
    }

    @Test
    void entersALineForEachReaderOfARequestThatTraded() {
        GoldenLines golden = GoldenLines.all().stream()
                .filter(each -> each.says().startsWith("a request that traded"))
                .findFirst()
                .orElseThrow();
        golden.facts().forEach(fact -> tell(fact.subject(), fact.body()));

        awaitLines("id like '%/SELL'", 1);

        assertThat(servers.database.rows("""
                        select reader, kind, origin, account, instrument, side, quantity, price, counterparty,
                            firms_asked, status, tenor, prompt_date, version
                        from activity.entry where instrument = 'CA' and origin like '01990000-0000-8%'
                        order by kind, reader, id"""))
                .containsExactly(lines(
                        "user/ben|RFQ_RECEIVED|$|KESTREL-1|CA|SELL|5|-|harbour|-|PASSED|-|-|4",
                        "user/bob|RFQ_RECEIVED|$|KESTREL-1|CA|SELL|5|10000.00|harbour|-|TRADED|-|-|3",
                        "user/zoe|RFQ_RECEIVED|$|ACORN-1|CA|SELL|5|9999.50|harbour|-|DONE_AWAY|-|-|3",
                        "user/alice|RFQ_SENT|$|ACC1|CA|BUY|5|10000.00|kestrel|2|TRADED|-|-|6",
                        "account/ACC1|TRANSACTION|$|ACC1|CA|BUY|5|10000.00|kestrel|-|TRADED|-|-|1",
                        "account/KESTREL-1|TRANSACTION|$|KESTREL-1|CA|SELL|5|10000.00|harbour|-|TRADED|-|-|1"));
        assertThat(servers.database.rows("select distinct at from activity.entry where kind = 'TRANSACTION'"
                        + " and at = timestamptz '2026-11-21T12:00:05.123456Z'"))
                .hasSize(1);
    }

    @Test
    void keepsTheNewestVersionHoweverOftenAndInWhateverOrderItIsTold() {
        AnOrder order = AnOrder.in("CB", "BUY DAY 5 @ 100").of("TWICE").named("o-twice", "c-1");
        OrderState newest = order.ended(OrderStatus.CANCELLED);
        tell(order.accepted());
        tell(newest);
        awaitLines("id = 'o-twice' and version = 2", 1);
        tell(order.accepted());
        tell(newest);
        tell(AnOrder.in("CB", "SELL DAY 1 @ 101")
                .of("TWICE")
                .named("o-last", "c-2")
                .accepted());

        awaitLines("id = 'o-last'", 1);

        assertThat(servers.database.rows("select id, side, quantity, price, status, version from activity.entry"
                        + " where reader = 'account/TWICE' order by id"))
                .containsExactly("o-last|SELL|1|101|NEW|1", "o-twice|BUY|5|100|CANCELLED|2");
    }

    @Test
    void aGrantThatIsMissingCostsNoLine() {
        servers.database.execute("revoke insert on activity.entry from ringside_activity");
        tell(AnOrder.in("CC", "BUY DAY 5 @ 100")
                .of("LATE")
                .named("o-late", "c-1")
                .accepted());
        Eventually.holds("a pause", this::pauses);

        servers.database.execute("grant insert on activity.entry to ringside_activity");

        awaitLines("id = 'o-late'", 1);
        assertThat(StoredMessages.in(servers.connection, "DEADLETTERS", "dlq.>"))
                .isEmpty();
    }

    private boolean pauses() {
        return running.getBean(FunctionHost.class).running().stream()
                .anyMatch(loop -> loop.state().phase() == LoopState.Phase.PAUSED);
    }

    private void tell(OrderState order) {
        tell(Subjects.orderFact("accepted", order.account(), order.orderId()), order);
    }

    private void tell(String subject, Object body) {
        sent++;
        servers.send(subject, "m-" + sent, body);
    }

    private void awaitLines(String which, long count) {
        Eventually.holds(
                count + " lines where " + which,
                () -> servers.database.number("select count(*) from activity.entry where " + which) == count);
    }

    private static String[] lines(String... lines) {
        return List.of(lines).stream()
                .map(line -> line.replace("$", "01990000-0000-8000-8000-000000000001"))
                .toArray(String[]::new);
    }
}
