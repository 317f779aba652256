package io.ringside.faults.check;

import static io.ringside.faults.check.SoundRun.ACCOUNT;
import static io.ringside.faults.check.SoundRun.METAL;
import static io.ringside.faults.check.SoundRun.decimal;
import static io.ringside.faults.check.Spoiling.audit;
import static io.ringside.faults.check.Spoiling.exposure;
import static io.ringside.faults.check.Spoiling.forget;
import static io.ringside.faults.check.Spoiling.key;
import static io.ringside.faults.check.Spoiling.leaves;
import static io.ringside.faults.check.Spoiling.order;
import static io.ringside.faults.check.Spoiling.place;
import static io.ringside.faults.check.Spoiling.refuse;
import static io.ringside.faults.check.Spoiling.repriced;
import static io.ringside.faults.check.Spoiling.reserve;
import static io.ringside.faults.check.Spoiling.reverse;
import static io.ringside.faults.check.Spoiling.see;
import static io.ringside.faults.check.Spoiling.stored;
import static io.ringside.faults.check.Spoiling.swapAudits;
import static io.ringside.faults.check.Spoiling.swapOrdinals;
import static io.ringside.faults.check.Spoiling.terms;
import static io.ringside.faults.check.Spoiling.trade;
import static io.ringside.faults.check.Spoiling.unreadable;
import static io.ringside.faults.check.Spoiling.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.Asked.Verb;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Dealings;
import io.ringside.faults.evidence.Evidence;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {
    /** What is planted, and the invariant that has to notice it. */
    static Stream<Arguments> violations() {
        return Stream.of(
                planted(
                        "a received order is lost",
                        "outcome",
                        run -> run.orders.removeIf(row -> row.clientOrderId().equals("o3"))),
                planted("a received cancel is lost", "outcome", run -> forget(run, ACCOUNT + "/c2")),
                planted(
                        "a cancel never ends",
                        "outcome",
                        run -> order(
                                run,
                                "o4",
                                row -> with(row, "PENDING_CANCEL", row.filled().toPlainString()))),
                planted(
                        "a command stays unanswered",
                        "outcome",
                        run -> run.asked.add(new Asked(Verb.SUBMIT, ACCOUNT, "o9", null, "CA BUY 1", Fate.UNANSWERED))),
                planted("a command is decided twice", "outcome", run -> run.log.audits.add(run.log.audits.getFirst())),
                planted(
                        "an order appears that nobody sent",
                        "not asked",
                        run -> run.asked.removeIf(each -> each.clientOrderId().equals("o2"))),
                planted("a refused order is in the book", "not asked", run -> refuse(run, "o3")),
                planted("a refused cancel is carried out", "not asked", run -> refuse(run, "c1")),
                planted("a refused amend is carried out", "not asked", run -> refuse(run, "a1")),
                planted("an order is amended to other terms", "not asked", run -> terms(run, "a1", "CA SELL 3")),
                planted("an order has other terms", "not asked", run -> terms(run, "o1", "CA BUY 6")),
                planted("one id makes two orders", "no id", run -> run.orders.add(run.orders.getFirst())),
                planted("one execution is booked twice", "no id", run -> run.trades.add(run.trades.getFirst())),
                planted(
                        "one message is remembered twice",
                        "no id",
                        run -> run.log.remembered.add(run.log.remembered.getFirst())),
                planted("one event has two rows", "no id", run -> run.log.events.add(run.log.events.getFirst())),
                planted(
                        "a fill is counted twice",
                        "fills of an order",
                        run -> run.trades.add(trade("x1b", "order-o1", "BUY", "3"))),
                planted(
                        "a fill is lost",
                        "fills of an order",
                        run -> run.trades.removeIf(row -> row.executionId().equals("x2"))),
                planted(
                        "a fill has another price",
                        "fills of an order",
                        run -> run.trades.set(0, repriced(run.trades.getFirst()))),
                planted(
                        "a fill belongs to no order",
                        "fills of an order",
                        run -> run.trades.add(trade("x9", "order-o9", "BUY", "1"))),
                planted(
                        "an order says filled and is not",
                        "fills of an order",
                        run -> order(run, "o2", row -> with(row, "FILLED", "1"))),
                planted(
                        "an accepted order never came to the venue",
                        "venue works",
                        run -> run.working.removeIf(row -> row.orderId().equals("order-o2"))),
                planted(
                        "a rejected order is at the venue",
                        "venue works",
                        run -> run.working.add(new Book.Working("order-o3", "WORKING", decimal("900")))),
                planted("the venue has other leaves", "venue works", run -> leaves(run, "order-o2", "2")),
                planted(
                        "the venue has an unknown order",
                        "venue works",
                        run -> run.working.add(new Book.Working("order-o9", "WORKING", decimal("1")))),
                planted(
                        "a position lacks a fill",
                        "positions",
                        run -> run.positions.set(0, new Book.Holding(ACCOUNT, METAL, decimal("2")))),
                planted("a position is lost", "positions", run -> run.positions.clear()),
                planted("a reservation is not released", "reservations", run -> reserve(run, "o4", "2")),
                planted("a reservation is not converted", "reservations", run -> reserve(run, "o2", "4")),
                planted(
                        "a reservation has no order",
                        "reservations",
                        run -> run.reservations.add(
                                new Book.Reservation(ACCOUNT, "o9", METAL, "BUY", "RESERVED", decimal("1")))),
                planted(
                        "an order is routed without approval",
                        "reservations",
                        run -> run.reservations.removeIf(
                                row -> row.clientOrderId().equals("o1"))),
                planted(
                        "the exposure counts a fill twice",
                        "exposure",
                        run -> run.exposures.set(0, exposure("7", "5"))),
                planted("the exposure forgets a release", "exposure", run -> run.exposures.set(0, exposure("4", "7"))),
                planted("the exposure is lost", "exposure", run -> run.exposures.clear()),
                planted("a client misses the last fill", "client", run -> see(run, "o1", 2)),
                planted("a client misses an order", "client", run -> run.seen.remove(key("o3"))),
                planted(
                        "a client sees what is not there",
                        "client",
                        run -> run.seen.put(key("o9"), run.seen.get(key("o1")))),
                planted("a client is not told of a refused cancel", "client", run -> run.refused.clear()),
                planted("a client is not told of an amend", "client", run -> run.taken.remove(key("a1"))),
                planted("a client hears nothing of a mass cancel", "client", run -> run.taken.remove(key("m1"))),
                planted("a received amend is lost", "outcome", run -> forget(run, ACCOUNT + "/a1")),
                planted(
                        "an amend never ends",
                        "outcome",
                        run -> order(run, "o6", row -> with(row, "PENDING_REPLACE", "0"))),
                planted(
                        "an order skips a version",
                        "versions",
                        run -> run.log.events.removeIf(event -> event.eventId().equals("order-submit/event/2"))),
                planted(
                        "two events of an order change places",
                        "versions",
                        run -> swapOrdinals(run, "order-submit/event/1", "order-submit/event/2")),
                planted(
                        "the last event of an order is lost",
                        "versions",
                        run -> run.log.events.removeIf(event -> event.eventId().equals("order-submit/event/9"))),
                planted("an event is unreadable", "versions", run -> unreadable(run, "order-submit/event/1")),
                planted(
                        "a committed event is never published",
                        "published",
                        run -> run.log.facts.removeIf(
                                stored -> stored.messageId().equals("order-submit/event/4"))),
                planted(
                        "a pair of events is published in reverse",
                        "published",
                        run -> reverse(run, "order-submit/event/4", "order-submit/event/5")),
                planted(
                        "an event is published before its transaction fails",
                        "published",
                        run -> run.log.facts.add(stored("ghost"))),
                planted(
                        "a message is skipped by a cursor that stands still",
                        "handled",
                        run -> run.log.cursors.computeIfPresent(place("position"), (place, at) -> at - 1)),
                planted("a function never began", "handled", run -> run.log.cursors.remove(place("risk-check"))),
                planted("an audit row is edited", "audit", run -> audit(run, 2, Spoiling::edited)),
                planted("an audit row's input is edited", "audit", run -> audit(run, 2, Spoiling::otherInput)),
                planted("an audit row is moved in time", "audit", run -> audit(run, 2, Spoiling::later)),
                planted("an audit row is deleted", "audit", run -> run.log.audits.remove(3)),
                planted("two audit rows change places", "audit", run -> swapAudits(run)),
                planted("a message became a dead letter", "dead letter", run -> run.log.deadLetters.add(stored("d1"))));
    }

    @Test
    void aSoundRunIsGreen() {
        assertThat(Checker.judge(new SoundRun().evidence()))
                .allSatisfy(verdict ->
                        assertThat(verdict.violations()).as(verdict.title()).isEmpty())
                .allSatisfy(verdict ->
                        assertThat(verdict.looked()).as(verdict.title()).isPositive());
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

    @Test
    void anAuditChainCutOffAtItsEndIsNoticedByItsHead() {
        Book book = new SoundRun().evidence().book();
        SoundRun run = new SoundRun();
        run.log.audits.removeLast();
        Findings findings = new Findings();
        Evidence cut = run.evidence();
        var runtime = new Book.Runtime(
                book.runtime().partitions(),
                book.runtime().cursors(),
                book.runtime().remembered(),
                book.runtime().events(),
                cut.book().runtime().audits());
        var spoilt = new Book(
                book.orders(),
                book.working(),
                book.trades(),
                book.positions(),
                book.exposures(),
                book.reservations(),
                book.negotiations(),
                runtime);

        new AuditChainHolds()
                .look(
                        new Evidence(
                                List.of(),
                                List.of(),
                                new Dealings(List.of(), List.of()),
                                spoilt,
                                List.of(),
                                List.of(),
                                List.of()),
                        findings);

        assertThat(findings.violations()).anySatisfy(text -> assertThat(text).contains("its head is"));
    }

    private static Arguments planted(String what, String title, Consumer<SoundRun> spoil) {
        return Arguments.of(what, title, spoil);
    }
}
