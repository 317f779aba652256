package io.ringside.contracts;

import io.ringside.contracts.market.Quote;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.position.PositionChanged;
import io.ringside.contracts.position.PositionList;
import io.ringside.contracts.position.PositionQuery;
import io.ringside.contracts.position.PositionValuation;
import io.ringside.contracts.risk.ReservationUnused;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.contracts.venue.CloseTradingDay;
import io.ringside.contracts.venue.EnterVenueOrder;
import io.ringside.contracts.venue.MatchVenueOrders;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.contracts.venue.VenueAmendRefused;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.contracts.venue.VenueOrderReplaced;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each record that travels: once with every field, and once with only those that it must have. */
final class Samples {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
    private static final String ORDER = "01990000-0000-7000-8000-000000000001";
    private static final String EXECUTION = ORDER + "/40";

    private static final Quote QUOTE =
            new Quote("ADA-XBT", "0.00001", "100", "0.00002", "50", 7, false, NOON, NOON, "kraken");
    private static final Quote STALE = new Quote("ADA-XBT", null, null, null, null, 8, true, NOON, NOON, "kraken");
    private static final PositionValuation VALUED = new PositionValuation(
            "ACC1", "ADA-XBT", "XBT", "-40", "0.000015", "0.0001", "-0.0002", "0.00002", false, 3, NOON);
    private static final PositionValuation UNPRICED =
            new PositionValuation("ACC1", "ADA-XBT", "XBT", "0", null, "0", null, null, true, 1, NOON);

    private Samples() {}

    /** Whole first, least second; one where no field may be absent. */
    static List<List<Record>> all() {
        return Stream.of(
                        floor(),
                        RfqSamples.all(),
                        PresenceSamples.all(),
                        ActivitySamples.all(),
                        AlertSamples.all(),
                        SystemSamples.all(),
                        SessionSamples.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<List<Record>> floor() {
        return List.of(
                List.of(submit("0.00002"), submit(null)),
                List.of(new CancelOrder("c-2", "c-1", "ACC1", "alice")),
                List.of(amend("150", "0.00003"), amend(null, null)),
                List.of(
                        new CancelOrders("c-3", "ACC1", "alice", "ADA-XBT", Side.BUY),
                        new CancelOrders("c-3", "ACC1", "alice", null, null)),
                List.of(
                        new MassCancelReport("c-3", "ACC1", "alice", "ADA-XBT", Side.BUY, 312, 300, 5, 7, NOON),
                        new MassCancelReport("c-3", "ACC1", "alice", null, null, 0, 0, 0, 0, NOON)),
                List.of(refused("c-1"), refused(null)),
                List.of(wholeState(), leastState()),
                List.of(enter("0.00002"), enter(null)),
                List.of(new PullVenueOrder(ORDER, "c-1", "ACC1", "alice", "ADA-XBT", "c-2")),
                List.of(new AmendVenueOrder(ORDER, "c-1", "ACC1", "alice", "ADA-XBT", "c-2", "150", "0.00003")),
                List.of(new VenueOrderReplaced(
                        ORDER, "c-1", "ACC1", "alice", "ADA-XBT", "c-2", "150", "0.00003", "110", NOON)),
                List.of(new VenueAmendRefused(
                        ORDER, "c-1", "ACC1", "alice", "ADA-XBT", "c-2", "TOO_LATE_TO_AMEND", NOON)),
                List.of(new CloseTradingDay("ADA-XBT", NOON)),
                List.of(new MatchVenueOrders("ADA-XBT", QUOTE), new MatchVenueOrders("ADA-XBT", STALE)),
                List.of(ended("c-2", "TOO_LATE_TO_CANCEL"), ended(null, null)),
                List.of(traded(7L, "kestrel"), traded(null, null)),
                List.of(QUOTE, STALE),
                List.of(
                        new ReserveRisk(List.of(request("0.00002"))),
                        new ReserveRisk(List.of(request(null), request(null)))),
                List.of(
                        new RiskVerdicts(List.of(new RiskVerdicts.Verdict(
                                "ACC1",
                                "c-1",
                                false,
                                "NET_POSITION",
                                "100 asked, 40 left",
                                2,
                                "0.00002",
                                AlertSamples.NEARLY_USED))),
                        new RiskVerdicts(
                                List.of(new RiskVerdicts.Verdict("ACC1", "c-1", true, null, null, 0, null, null)))),
                List.of(changed("0.000015"), changed(null)),
                List.of(VALUED, UNPRICED),
                List.of(new PositionList(List.of(VALUED, UNPRICED)), new PositionList(List.of())),
                List.of(
                        new ReservationUnused("ACC1", "c-1", "alice", "ADA-XBT", Side.BUY),
                        new ReservationUnused("ACC1", "c-1", "alice", null, null)),
                List.of(new PositionQuery("ACC1")));
    }

    private static AmendOrder amend(@Nullable String quantity, @Nullable String limitPrice) {
        return new AmendOrder("c-2", "c-1", "ACC1", "alice", quantity, limitPrice);
    }

    private static CommandRefused refused(@Nullable String order) {
        return new CommandRefused("c-2", order, "ACC1", "alice", "UNKNOWN_ORDER", "There is no such order.", NOON);
    }

    private static SubmitOrder submit(@Nullable String limitPrice) {
        OrderType type = limitPrice == null ? OrderType.MARKET : OrderType.LIMIT;
        return new SubmitOrder(
                "c-1",
                "ACC1",
                "alice",
                "ADA-XBT",
                Side.BUY,
                type,
                TimeInForce.IOC,
                "100",
                limitPrice,
                limitPrice == null ? null : NOON);
    }

    private static EnterVenueOrder enter(@Nullable String limitPrice) {
        OrderType type = limitPrice == null ? OrderType.MARKET : OrderType.LIMIT;
        return new EnterVenueOrder(
                ORDER,
                "c-1",
                "ACC1",
                "alice",
                "ADA-XBT",
                Side.SELL,
                type,
                TimeInForce.DAY,
                "100",
                limitPrice,
                limitPrice == null ? null : NOON);
    }

    private static ReserveRisk.Request request(@Nullable String limitPrice) {
        OrderType type = limitPrice == null ? OrderType.MARKET : OrderType.LIMIT;
        String replaces = limitPrice == null ? null : "c-0";
        ReserveRisk.Amended amends = limitPrice == null ? null : new ReserveRisk.Amended("c-9", "80");
        return new ReserveRisk.Request(
                "ACC1", "c-1", "alice", "ADA-XBT", Side.BUY, type, "100", limitPrice, replaces, amends);
    }

    private static TradeBooked traded(@Nullable Long quoteSequence, @Nullable String counterparty) {
        String venue = counterparty == null ? "paper" : "rfq";
        return new TradeBooked(
                EXECUTION,
                ORDER,
                "c-1",
                "ACC1",
                "alice",
                "ADA-XBT",
                Side.BUY,
                "40",
                "0.00002",
                venue,
                quoteSequence,
                counterparty,
                NOON);
    }

    private static VenueOrderEnded ended(@Nullable String cancelId, @Nullable String reason) {
        VenueOrderEnded.Ending ending =
                cancelId == null ? VenueOrderEnded.Ending.EXPIRED : VenueOrderEnded.Ending.CANCEL_REFUSED;
        return new VenueOrderEnded(ORDER, "c-1", "ACC1", "alice", "ADA-XBT", ending, "60", cancelId, reason, NOON);
    }

    private static PositionChanged changed(@Nullable String averagePrice) {
        String quantity = averagePrice == null ? "0" : "40";
        return new PositionChanged("ACC1", "ADA-XBT", "XBT", quantity, averagePrice, "0.0001", EXECUTION, 3, NOON);
    }

    private static OrderState wholeState() {
        return new OrderState(
                ORDER,
                "c-1",
                "ACC1",
                "alice",
                "ADA-XBT",
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.DAY,
                "100",
                "0.00002",
                NOON,
                OrderStatus.PENDING_CANCEL,
                "40",
                "60",
                "0.00002",
                "40",
                "0.00002",
                EXECUTION,
                "c-2",
                "c-3",
                new OrderState.PendingTerms("150", "0.00003"),
                "STALE_PRICE",
                "There is no current price.",
                4,
                NOON);
    }

    private static OrderState leastState() {
        return new OrderState(
                ORDER,
                "c-1",
                "ACC1",
                "alice",
                "ADA-XBT",
                Side.BUY,
                OrderType.MARKET,
                TimeInForce.IOC,
                "100",
                null,
                null,
                OrderStatus.NEW,
                "0",
                "100",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                NOON);
    }
}
