package io.ringside.execution.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import io.ringside.contracts.Partitions;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.contracts.venue.CloseTradingDay;
import io.ringside.contracts.venue.EnterVenueOrder;
import io.ringside.contracts.venue.MatchVenueOrders;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.contracts.venue.VenueAmendRefused;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.contracts.venue.VenueOrderReplaced;
import io.ringside.execution.ExecutionFloor;
import io.ringside.execution.book.WorkingOrder;
import io.ringside.reference.ReferenceData;
import io.ringside.reference.SeenQuote;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.testkit.Quotes;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One session on one instrument, told to the venue on the store and to the naive one. */
final class VenueReplay {
    static final int BATCH_MAX = 12;
    /** Later than every machine's clock: the function's own watcher beside it would end orders of past days. */
    private static final Instant START = Instant.parse("2226-11-21T12:00:00Z");

    private final PaperVenue venue;
    private final TransactionOperations<Connection> transactions;
    private final Instrument instrument;
    private final VenueSession session;
    private final Random sizes;
    private final NaiveVenue naive = new NaiveVenue();
    private final List<Delivery> batch = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private @Nullable TopOfBook newest;
    private Instant now = START;
    private long sequence;

    VenueReplay(ExecutionFloor floor, String id, long seed) {
        this.venue = floor.bean(PaperVenue.class);
        this.transactions = transactions(floor);
        this.instrument = floor.bean(ReferenceData.class).instruments().require(id);
        this.session = new VenueSession(seed, START);
        this.sizes = new Random(seed);
    }

    void batch() {
        batch.clear();
        expected.clear();
        newest = null;
        List<VenueSession.Step> steps = Stream.generate(session::next)
                .limit(1 + sizes.nextInt(BATCH_MAX))
                .toList();
        steps.forEach(step -> now = session.later()); // All of one batch at one moment, so that its quotes are fresh.
        Map<String, SeenQuote> answers = answer(steps);
        answers.values().forEach(answer -> learn(answer.book()));
        steps.forEach(this::take);
        List<String> done = transactions.executeWrite(status -> {
            OrderedFunction.Work work = venue.begin(batch, answers);
            List<String> facts =
                    batch.stream().map(work::decide).map(VenueReplay::text).toList();
            work.save();
            return facts;
        });
        assertThat(done).isEqualTo(expected);
    }

    /** What is asked before the batch is known from its start. */
    private Map<String, SeenQuote> answer(List<VenueSession.Step> steps) {
        return steps.stream()
                .flatMap(step -> switch (step) {
                    case VenueSession.Step.Enter enter -> Stream.of(enter.quote());
                    case VenueSession.Step.Amend amend -> Stream.of(amend.quote());
                    default -> Stream.empty();
                })
                .filter(quote -> !quote.equals("-"))
                .findFirst()
                .map(quote -> Map.of(instrument.id(), seen(quote)))
                .orElse(Map.of());
    }

    private void take(VenueSession.Step step) {
        switch (step) {
            case VenueSession.Step.Enter enter -> {
                WorkingOrder order = BookText.order(
                        enter.order(), sequence, instrument.tradingDay().endOf(now));
                send("enter", command(order));
                expect(naive.enter(NaiveVenue.Order.of(order), NaiveVenue.top(newest), now));
            }
            case VenueSession.Step.Match match -> {
                if (!match.quote().equals("-")) {
                    SeenQuote seen = seen(match.quote());
                    learn(seen.book());
                    send("match", new MatchVenueOrders(instrument.id(), seen.quote()));
                    expect(naive.match(NaiveVenue.top(newest), now));
                }
            }
            case VenueSession.Step.Pull pull -> {
                String id = pull.orderId();
                send("pull", new PullVenueOrder(uuid(id), id, "ACC", "alice", instrument.id(), "x"));
                expect(naive.works(id) ? naive.pull(id) : List.of(id + " refused"));
            }
            case VenueSession.Step.Amend amend -> amend(amend.orderId(), BookText.amend(amend.terms()));
            case VenueSession.Step.Close close -> {
                send("close", new CloseTradingDay(instrument.id(), now));
                expect(naive.close(now));
            }
        }
    }

    private void amend(String id, AmendVenueOrder to) {
        AmendVenueOrder command =
                new AmendVenueOrder(uuid(id), id, "ACC", "alice", instrument.id(), "x", to.quantity(), to.limitPrice());
        send("amend", command);
        if (!naive.isLimited(id)) {
            expect(List.of(id + " not amended"));
            return;
        }
        List<String> facts = new ArrayList<>(naive.amend(
                id, new BigDecimal(to.quantity()), new BigDecimal(to.limitPrice()), NaiveVenue.top(newest), now));
        if (!facts.getFirst().contains("becomes")) {
            facts.add(id + " not amended");
        }
        expect(facts);
    }

    private void learn(TopOfBook top) {
        newest = newest == null || top.sequence() >= newest.sequence() ? top : newest;
    }

    private void expect(List<String> facts) {
        expected.add(String.join(", ", facts));
    }

    private void send(String verb, Object body) {
        sequence++;
        String subject = Subjects.venueCommand(verb, instrument.id());
        batch.add(new Delivery(
                "COMMANDS",
                sequence,
                now,
                subject,
                Partitions.of(instrument.id()),
                "m-" + sequence,
                null,
                null,
                body,
                new byte[0]));
    }

    private SeenQuote seen(String text) {
        Quote quote = Quotes.of(instrument.id(), text, now);
        return new SeenQuote(quote, instrument, TopOfBook.of(quote, instrument, now), now);
    }

    private EnterVenueOrder command(WorkingOrder order) {
        return new EnterVenueOrder(
                uuid(order.ticket().orderId()),
                order.ticket().orderId(),
                "ACC",
                "alice",
                instrument.id(),
                order.side(),
                order.limit() == null ? OrderType.MARKET : OrderType.LIMIT,
                order.timeInForce(),
                order.quantity().text(),
                order.limit() == null ? null : order.limit().text(),
                order.timeInForce() == TimeInForce.GTD ? order.expiresAt() : null);
    }

    private String uuid(String id) {
        return UUID.nameUUIDFromBytes((instrument.id() + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @SuppressWarnings("unchecked")
    private static TransactionOperations<Connection> transactions(ExecutionFloor floor) {
        return floor.bean(TransactionOperations.class);
    }

    private static String text(Decision decision) {
        return decision.emissions().stream()
                .filter(emission -> emission.due() == null)
                .map(VenueReplay::text)
                .collect(Collectors.joining(", "));
    }

    private static String text(Emission emission) {
        return switch (emission.body()) {
            case TradeBooked trade ->
                trade.clientOrderId() + " " + trade.quantity().replace(".0", "") + "@" + trade.price();
            case VenueOrderEnded ended -> text(ended);
            case VenueOrderReplaced replaced ->
                replaced.clientOrderId() + " becomes " + replaced.quantity().replace(".0", "") + " @ "
                        + replaced.limitPrice() + " left " + replaced.leaves().replace(".0", "");
            case VenueAmendRefused refused -> refused.clientOrderId() + " not amended";
            default -> throw new AssertionError(emission);
        };
    }

    private static String text(VenueOrderEnded ended) {
        String leaves = ended.leaves().replace(".0", "");
        String reason = ended.reason() == null ? "" : " " + ended.reason();
        return switch (ended.ending()) {
            case EXPIRED -> ended.clientOrderId() + " expired " + leaves + reason;
            case CANCELLED -> ended.clientOrderId() + " cancelled " + leaves;
            case CANCEL_REFUSED -> ended.clientOrderId() + " refused";
        };
    }
}
