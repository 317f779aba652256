package io.ringside.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.position.PositionValuation;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.StoredMessages;
import io.ringside.testkit.SubjectRecorder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole function on a real nats-server and PostgreSQL. Each test has an instrument and an account of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PositionTest {
    private static final Duration DEADLINE = Eventually.DEADLINE;

    private PositionFloor floor;

    @BeforeAll
    void start() {
        floor = new PositionFloor("CA", "CB", "CC", "CD", "CE", "CF", "CG");
    }

    @AfterAll
    void stop() {
        floor.close();
    }

    @Test
    void booksTradesIntoAPosition() {
        floor.book(floor.trade("a-1", "A", "CA", "+4 @ 100"));
        var changed = floor.book(floor.trade("a-2", "A", "CA", "-6 @ 101.25"));
        assertThat(List.of(changed.quantity(), changed.realised(), changed.version()))
                .containsExactly("-2", "125.00", 2L);
        assertThat(changed.averagePrice()).isEqualTo("101.2500");
        assertThat(floor.database.rows("select quantity, average_price, cost, realised, version from position.position"
                        + " where account = 'A'"))
                .containsExactly("-2|101.2500|-5062.50|125.00|2");
        assertThat(floor.database.rows(
                        "select execution_id, side, quantity, price, venue from position.trade where account = 'A'"))
                .containsExactly("a-1|BUY|4|100.00|paper", "a-2|SELL|6|101.25|paper");
    }

    @Test
    void booksATradeInAnInstrumentThatWasListedAMomentAgo() {
        floor.list("CN");
        assertThat(floor.book(floor.trade("n-1", "N", "CN", "+4 @ 100")).quantity())
                .isEqualTo("4");
    }

    @Test
    void booksATradeOnceThoughItIsToldUnderTwoMessageIds() {
        TradeBooked trade = floor.trade("b-1", "B", "CB", "+4 @ 100");
        floor.tell(trade, "first");
        floor.tell(trade, "second");
        assertThat(floor.book(floor.trade("b-2", "B", "CB", "+1 @ 100")).quantity())
                .isEqualTo("5");
    }

    @Test
    void neverBooksASecondTradeUnderAnExecutionIdThatIsTaken() {
        floor.book(floor.trade("c-1", "C", "CC", "+4 @ 100"));
        floor.tell(floor.trade("c-1", "C", "CC", "+9 @ 90"), "another");
        assertThat(floor.book(floor.trade("c-2", "C", "CC", "+1 @ 100")).quantity())
                .isEqualTo("5");
        assertThat(floor.database.rows("select outcome from audit.entry where function = 'position'"
                        + " and message_id like 'c-1%' order by partition, ordinal"))
                .containsExactly("booked", "conflict");
    }

    @Test
    void tellsWhatAPositionIsWorthAtOnceAfterATradeAndWithEachPrice() {
        try (SubjectRecorder recorder = SubjectRecorder.on(floor.connection, Subjects.valuation("D"))) {
            floor.quote("CD", 1, "101", "102");
            floor.book(floor.trade("d-1", "D", "CD", "+4 @ 100"));
            await(recorder, valuation -> valuation.version() == 1 && "101.00".equals(valuation.mark()));
            floor.quote("CD", 2, "99", "100");
            PositionValuation down = await(recorder, valuation -> "99.00".equals(valuation.mark()));
            assertThat(down.unrealised()).isEqualTo("-100.00");
            floor.book(floor.trade("d-2", "D", "CD", "-6 @ 100"));
            PositionValuation turned = await(recorder, valuation -> valuation.version() == 2);
            assertThat(List.of(turned.quantity(), Objects.requireNonNull(turned.mark()), turned.realised()))
                    .containsExactly("-2", "100.00", "0.00");
            assertThat(recorder.heard())
                    .allSatisfy(message -> assertThat(message.getHeaders().getFirst(Headers.TYPE))
                            .isEqualTo("valuation"));
        }
    }

    @Test
    void keepsTheLastMarkAndCallsItStale() {
        floor.book(floor.trade("e-1", "E", "CE", "+4 @ 100"));
        assertThat(floor.ask("E"))
                .map(PositionValuation::mark, PositionValuation::stale)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(null, true));
        try (SubjectRecorder recorder = SubjectRecorder.on(floor.connection, Subjects.valuation("E"))) {
            floor.quote("CE", 1, "101", "102");
            await(recorder, valuation -> "101.00".equals(valuation.mark()) && !valuation.stale());
            floor.quote("CE", 2, null, "102");
            await(recorder, valuation -> "101.00".equals(valuation.mark()) && valuation.stale());
            floor.quote("CE", 3, "103", "104");
            await(recorder, valuation -> "103.00".equals(valuation.mark()) && !valuation.stale());
            floor.quote("CE", 4, "98", "99", Clock.systemUTC().instant().minus(Duration.ofHours(2)));
            await(recorder, valuation -> "98.00".equals(valuation.mark()) && valuation.stale());
        }
    }

    @Test
    void answersWhatAnAccountHolds() {
        floor.quote("CF", 1, "101", "102");
        floor.book(floor.trade("f-1", "F", "CF", "+4 @ 100"));
        floor.book(floor.trade("f-2", "F", "CA", "+1 @ 100"));
        floor.book(floor.trade("f-3", "F", "CA", "-1 @ 101"));
        Eventually.holds("the price is known", () -> floor.ask("F").getLast().mark() != null);
        assertThat(floor.ask("F"))
                .map(p -> String.join(
                        "|", p.instrument(), p.quantity(), p.realised(), "" + p.unrealised(), "" + p.mark()))
                .containsExactly("CA|0|25.00|0.00|null", "CF|4|0.00|100.00|101.00");
        assertThat(floor.ask("NOBODY")).isEmpty();
    }

    @Test
    void answersNothingToAQuestionThatIsNone() throws Exception {
        Message answer = floor.connection.request(
                Subjects.query("position", "list"), "?".getBytes(StandardCharsets.UTF_8), Duration.ofMillis(200));
        assertThat(answer).isNull();
        floor.connection.publish(Subjects.query("position", "list"), new byte[0]);
        assertThat(floor.ask("NOBODY")).isEmpty();
    }

    @Test
    void goesOnValuingAfterARestartAndASharingOfTheAccounts() {
        floor.book(floor.trade("g-1", "G", "CG", "+4 @ 100"));
        floor.restart();
        try (SubjectRecorder recorder = SubjectRecorder.on(floor.connection, Subjects.valuation("G"))) {
            await(recorder, valuation -> valuation.quantity().equals("4"));
            try (ApplicationContext second = floor.start()) {
                assertThat(second.isRunning()).isTrue();
                floor.book(floor.trade("g-2", "G", "CG", "+1 @ 100"));
                await(recorder, valuation -> valuation.quantity().equals("5"));
            }
        }
    }

    /** On servers of its own: a memory stream such as QUOTES is gone with its server. */
    @Test
    void aGrantThatIsMissingCostsNoMessage() {
        try (PositionFloor forbidden = new PositionFloor("CA")) {
            forbidden.database.execute("revoke insert on position.trade from ringside_position");
            forbidden.tell(forbidden.trade("i-1", "I", "CA", "+4 @ 100"), "i-1");
            Eventually.holds("a pause", forbidden::pauses);

            forbidden.database.execute("grant insert on position.trade to ringside_position");

            Eventually.holds("the trade is booked", () -> forbidden.ask("I").stream()
                    .anyMatch(held -> held.quantity().equals("4")));
            assertThat(StoredMessages.in(forbidden.connection, "DEADLETTERS", "dlq.>"))
                    .isEmpty();
        }
    }

    @Test
    void goesOnAfterTheServersWereAway() throws InterruptedException {
        try (PositionFloor hurt = new PositionFloor("CH")) {
            goesOnAfterTheServersWereAway(hurt);
        }
    }

    private static void goesOnAfterTheServersWereAway(PositionFloor floor) {
        floor.book(floor.trade("h-1", "H", "CH", "+4 @ 100"));
        Floor.shared().postgres().kill();
        try {
            floor.tell(floor.trade("h-2", "H", "CH", "+1 @ 100"), "h-2");
        } finally {
            Floor.shared().postgres().restart();
        }
        try (SubjectRecorder recorder = SubjectRecorder.on(floor.connection, Subjects.valuation("H"))) {
            await(recorder, valuation -> valuation.quantity().equals("5"));
            floor.servers.nats.kill();
            floor.servers.nats.restart();
            recorder.clear();
            await(recorder, valuation -> valuation.quantity().equals("5"));
        }
    }

    private static PositionValuation await(SubjectRecorder recorder, Predicate<PositionValuation> fits) {
        return OwnServers.decoded(
                recorder.awaitMatching(message -> fits.test(valuation(message)), DEADLINE)
                        .getData(),
                PositionValuation.class);
    }

    private static PositionValuation valuation(Message message) {
        return OwnServers.decoded(message.getData(), PositionValuation.class);
    }
}
