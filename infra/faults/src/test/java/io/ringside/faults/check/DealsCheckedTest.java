package io.ringside.faults.check;

import static io.ringside.faults.check.SoundDeals.ASKS;
import static io.ringside.faults.check.SoundDeals.LOSES;
import static io.ringside.faults.check.SoundDeals.METAL;
import static io.ringside.faults.check.SoundDeals.WINS;
import static io.ringside.faults.check.SoundDeals.account;
import static io.ringside.faults.check.SoundDeals.answer;
import static io.ringside.faults.check.SoundDeals.idOf;
import static io.ringside.faults.check.SoundRun.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.Book;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may go wrong with requests for quotes is noticed; that a sound run is green is said elsewhere. */
class DealsCheckedTest {
    private static final String ONE_OUTCOME = "command about a request for quotes";
    private static final String ONE_TRADE = "trades at most once";
    private static final String RESERVED = "may still be accepted";
    private static final String IN_ORDER = "version order";
    private static final String SECRET = "another dealer's";

    static Stream<Arguments> violations() {
        return Stream.of(
                planted("a received acceptance is lost", ONE_OUTCOME, run -> forget(run, account(ASKS) + "/a2")),
                planted("a command stays unanswered", ONE_OUTCOME, run -> fate(run, "x1", Fate.UNANSWERED)),
                planted(
                        "a command that was refused to its sender is decided",
                        ONE_OUTCOME,
                        run -> fate(run, "d2", Fate.REFUSED)),
                planted(
                        "a command is decided twice",
                        ONE_OUTCOME,
                        run -> run.log.audits.addAll(run.log.audits.stream()
                                .filter(row -> row.messageId().endsWith("/a1"))
                                .toList())),
                planted(
                        "a refusal is never told",
                        ONE_OUTCOME,
                        run -> run.log.events.removeIf(event -> event.type().equals("rfq.refused"))),
                planted(
                        "a refusal is told twice",
                        ONE_OUTCOME,
                        run -> run.log.events.addAll(run.log.events.stream()
                                .filter(event -> event.type().equals("rfq.refused"))
                                .toList())),
                planted(
                        "a received request is not in the book",
                        ONE_OUTCOME,
                        run -> run.deals.rfqs.removeIf(row -> row.clientRfqId().equals("q2"))),
                planted(
                        "a request appears that nobody sent",
                        ONE_OUTCOME,
                        run -> run.deals.asked.removeIf(each -> each.commandId().equals("q3"))),
                planted(
                        "an acceptance ends as something else",
                        ONE_OUTCOME,
                        run -> run.log.audits.replaceAll(
                                row -> row.messageId().endsWith("/a1") ? Spoiling.ended(row, "quoted") : row)),
                planted("a second trade is told with the other dealer", ONE_TRADE, run -> {
                    told(run, ASKS, Side.BUY, "101.50");
                    told(run, LOSES, Side.SELL, "101.50");
                }),
                planted("the same trade is told twice", ONE_TRADE, run -> {
                    told(run, ASKS, Side.BUY, "100.50");
                    told(run, WINS, Side.SELL, "100.50");
                }),
                planted(
                        "one side of the trade is not booked",
                        ONE_TRADE,
                        run -> run.trades.removeIf(row -> row.account().equals(account(WINS)))),
                planted(
                        "one side of the trade is not told",
                        ONE_TRADE,
                        run -> run.log.events.removeIf(event ->
                                event.subject().equals(Subjects.negotiatedTradeFact(account(WINS), idOf("q1"))))),
                planted(
                        "both sides buy",
                        ONE_TRADE,
                        run -> trade(run, row -> with(row, "BUY", row.quantity(), row.price()))),
                planted(
                        "the sides differ in price",
                        ONE_TRADE,
                        run -> trade(run, row -> with(row, row.side(), row.quantity(), decimal("100.51")))),
                planted(
                        "the sides differ in quantity",
                        ONE_TRADE,
                        run -> trade(run, row -> with(row, row.side(), decimal("1"), row.price()))),
                planted("two quotes of a request traded", ONE_TRADE, run -> quote(run, idOf("q1"), LOSES, "TRADED")),
                planted(
                        "a request that was cancelled traded",
                        ONE_TRADE,
                        run -> run.trades.add(new Book.Trade(
                                "t", idOf("q2"), account(ASKS), METAL, "BUY", decimal("2"), decimal("99.50")))),
                planted("a reservation of a traded price is left", RESERVED, run -> left(run, WINS, "d1")),
                planted("a reservation of a price that lost is left", RESERVED, run -> left(run, LOSES, "e1")),
                planted("a reservation of a refused acceptance is left", RESERVED, run -> left(run, ASKS, "a2")),
                planted("a reservation of a cancelled request is left", RESERVED, run -> left(run, WINS, "d2")),
                planted(
                        "a firm price is not reserved for",
                        RESERVED,
                        run -> run.reservations.removeIf(
                                row -> row.clientOrderId().equals(SoundDeals.reservation(LOSES, "e2")))),
                planted("a price outlives its request", RESERVED, run -> quote(run, idOf("q2"), WINS, "ACTIVE")),
                planted("a notice is left out", IN_ORDER, run -> heard(run, ASKS)
                        .remove(1)),
                planted("a notice comes twice", IN_ORDER, run -> heard(run, WINS)
                        .add(1, heard(run, WINS).get(1))),
                planted("two notices change places", IN_ORDER, run -> Collections.swap(heard(run, ASKS), 1, 2)),
                planted("the last notice never comes", IN_ORDER, run -> heard(run, LOSES)
                        .removeLast()),
                planted("a party never hears of a request", IN_ORDER, run -> heard(run, WINS)
                        .removeIf(view -> view.rfqId().equals(idOf("q2")))),
                planted("a refusal is never heard", IN_ORDER, run -> run.deals.refused.put(ASKS, List.of())),
                planted("a refusal is heard twice", IN_ORDER, run -> run.deals.refused.put(ASKS, List.of("a2", "a2"))),
                planted(
                        "a dealer is told another's price",
                        SECRET,
                        run -> run.deals.tell(
                                idOf("q1"),
                                LOSES,
                                RfqStatus.TRADED,
                                4,
                                answer(LOSES, QuoteStatus.DONE_AWAY, "100.50"))),
                planted(
                        "a dealer is told who else was asked",
                        SECRET,
                        run -> run.deals.tell(
                                idOf("q1"), LOSES, RfqStatus.TRADED, 4, answer(WINS, QuoteStatus.TRADED, null))),
                planted("a dealer's client hears another's price", SECRET, run -> heard(run, WINS)
                        .set(1, priced(heard(run, WINS).get(1), "101.50"))),
                planted(
                        "somebody is told what the requester is told",
                        SECRET,
                        run -> run.log.notice(
                                "rfq",
                                WINS,
                                "rfq.updated",
                                Wire.encode(heard(run, ASKS).getLast()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void turnsRedWhen(String planted, String title, Consumer<SoundRun> spoil) {
        SoundRun run = new SoundRun();
        spoil.accept(run);

        assertThat(Checker.judge(run.evidence()))
                .filteredOn(verdict -> !verdict.holds())
                .as(planted)
                .anySatisfy(verdict -> assertThat(verdict.title()).contains(title));
    }

    private static Arguments planted(String what, String title, Consumer<SoundRun> spoil) {
        return Arguments.of(what, title, spoil);
    }

    private static void forget(SoundRun run, String id) {
        Spoiling.forget(run, id);
    }

    private static void fate(SoundRun run, String id, Fate fate) {
        run.deals.asked.replaceAll(each -> each.commandId().equals(id) ? each.ended(fate) : each);
    }

    private static void told(SoundRun run, String user, Side side, String price) {
        run.log.fact(
                "rfq",
                Subjects.negotiatedTradeFact(account(user), idOf("q1")),
                Wire.encode(SoundDeals.trade(idOf("q1"), user, side, price)));
    }

    private static void trade(SoundRun run, UnaryOperator<Book.Trade> change) {
        run.trades.replaceAll(row -> row.account().equals(account(WINS)) ? change.apply(row) : row);
    }

    private static Book.Trade with(Book.Trade row, String side, BigDecimal quantity, BigDecimal price) {
        return new Book.Trade(row.executionId(), row.orderId(), row.account(), row.instrument(), side, quantity, price);
    }

    private static void quote(SoundRun run, String rfqId, String user, String status) {
        run.deals.quotes.replaceAll(row -> row.rfqId().equals(rfqId)
                        && row.trader().equals(user)
                ? new Book.Quote(
                        rfqId, user, status, row.account(), row.version(), row.price(), row.reservation(), row.told())
                : row);
    }

    private static void left(SoundRun run, String user, String command) {
        run.reservations.replaceAll(row -> row.clientOrderId().equals(SoundDeals.reservation(user, command))
                ? new Book.Reservation(row.account(), row.clientOrderId(), METAL, row.side(), "RESERVED", decimal("2"))
                : row);
    }

    private static List<RfqView> heard(SoundRun run, String user) {
        return run.deals.heard.getOrDefault(user, List.of());
    }

    private static RfqView priced(RfqView view, String price) {
        return new RfqView(
                view.rfqId(),
                null,
                view.role(),
                view.account(),
                view.requester(),
                view.requesterFirm(),
                view.instrument(),
                view.side(),
                view.quantity(),
                view.status(),
                List.of(answer(WINS, QuoteStatus.ACTIVE, price)),
                null,
                view.requestedAt(),
                view.expiresAt(),
                view.version(),
                view.at());
    }
}
