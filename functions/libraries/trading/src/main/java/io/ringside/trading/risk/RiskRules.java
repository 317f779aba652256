package io.ringside.trading.risk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checks, in the order in which they refuse: restricted, no limit, order size, stale price, collar, notional, net
 * position. The first that fails is the answer.
 *
 * <p>The collar guards the aggressive side only: a buy far above the ask, a sell far below the bid. A passive price
 * cannot trade badly; it waits, and is measured again by nobody but the market.
 *
 * <p>The notional is the greatest value at which the order could trade: a buy at its limit; a sell at its limit or
 * the bid, whichever is higher; a market order at the price it would meet, raised by the collar.
 */
public final class RiskRules {
    private final Instrument instrument;
    private final @Nullable RiskLimit limit;
    private final @Nullable TopOfBook book;
    private final Instant now;

    /**
     * Rules for one instrument and account at one moment.
     *
     * @param limit absent when no row is set
     * @param book absent when no price was ever seen
     */
    public RiskRules(Instrument instrument, @Nullable RiskLimit limit, @Nullable TopOfBook book, Instant now) {
        this.instrument = instrument;
        this.limit = limit;
        this.book = book;
        this.now = now;
    }

    /** Decides an order whose numbers are on the scales of the instrument. */
    public RiskDecision decide(RiskRequest request, Exposure exposure) {
        if (instrument.status() == Instrument.Status.HALTED) {
            String text = instrument.symbol() + " is halted: nobody may trade it now.";
            return new RiskDecision.Refused(RejectReason.INSTRUMENT_RESTRICTED, text, version(), null);
        }
        if (limit == null) {
            String text =
                    "No limit is set for this account in " + instrument.symbol() + ", and an unset limit is zero.";
            return new RiskDecision.Refused(RejectReason.NO_LIMIT, text, 0, null);
        }
        return decide(request, exposure, limit);
    }

    private RiskDecision decide(RiskRequest request, Exposure exposure, RiskLimit limit) {
        if (limit.restricted()) {
            String text = "This account may not trade " + instrument.symbol() + '.';
            return new RiskDecision.Refused(RejectReason.INSTRUMENT_RESTRICTED, text, limit.version(), null);
        }
        if (request.quantity().isAbove(limit.orderQuantityMax())) {
            String text = "The order is for " + amount(request.quantity()) + ", the limit for one order is "
                    + amount(limit.orderQuantityMax()) + '.';
            return new RiskDecision.Refused(RejectReason.ORDER_SIZE, text, limit.version(), null);
        }
        Optional<Price> market = currentPrice(request.side(), limit);
        if (market.isEmpty()) {
            return new RiskDecision.Refused(
                    RejectReason.STALE_PRICE, staleText(request.side(), limit), limit.version(), null);
        }
        Price reference = market.get();
        return overCollar(request, reference, limit)
                .or(() -> overNotional(request, reference, limit))
                .or(() -> overPosition(request, exposure, reference, limit))
                .orElseGet(() -> new RiskDecision.Approved(limit.version(), reference));
    }

    private Optional<Price> currentPrice(Side side, RiskLimit limit) {
        return Optional.ofNullable(book)
                .filter(top -> top.isCurrent(now, limit.quoteAgeMax()))
                .flatMap(top -> top.against(side))
                .map(TopOfBook.Level::price);
    }

    private String staleText(Side side, RiskLimit limit) {
        String symbol = instrument.symbol();
        if (book == null) {
            return "No price of " + symbol + " has been seen, and what cannot be checked is not traded.";
        }
        if (book.stale()) {
            return "The feed says that the price of " + symbol + " is stale, and what cannot be checked is not traded.";
        }
        if (!book.isCurrent(now, limit.quoteAgeMax())) {
            return "The price of " + symbol + " is from " + book.knownAt() + ", older than the limit of "
                    + limit.quoteAgeMax().toMillis() + " ms.";
        }
        return "Nobody " + (side == Side.BUY ? "offers " : "bids for ") + symbol
                + " now, and what cannot be checked is not traded.";
    }

    private Optional<RiskDecision> overCollar(RiskRequest request, Price reference, RiskLimit limit) {
        Price price = request.limitPrice();
        if (price == null) {
            return Optional.empty();
        }
        boolean buy = request.side() == Side.BUY;
        Price edge = buy
                ? reference.movedBy(limit.collarBasisPoints(), RoundingMode.FLOOR)
                : reference.movedBy(-limit.collarBasisPoints(), RoundingMode.CEILING);
        if (buy ? !price.isAbove(edge) : !price.isBelow(edge)) {
            return Optional.empty();
        }
        String text = "The limit price is " + price + ", the collar ends at " + edge + ": " + limit.collarBasisPoints()
                + " basis points beyond the " + (buy ? "ask" : "bid") + " of " + reference + '.';
        return Optional.of(new RiskDecision.Refused(RejectReason.PRICE_COLLAR, text, limit.version(), reference));
    }

    private Optional<RiskDecision> overNotional(RiskRequest request, Price reference, RiskLimit limit) {
        ExactValue notional = instrument.value(dearest(request, reference, limit), request.quantity());
        if (!notional.isAbove(limit.orderNotionalMax())) {
            return Optional.empty();
        }
        String text = "The order could be worth " + notional.text(instrument.currencyScale(), RoundingMode.UP) + ' '
                + instrument.currency() + ", the limit for one order is " + limit.orderNotionalMax() + '.';
        return Optional.of(new RiskDecision.Refused(RejectReason.ORDER_NOTIONAL, text, limit.version(), reference));
    }

    private static Price dearest(RiskRequest request, Price reference, RiskLimit limit) {
        Price price = request.limitPrice();
        if (price == null) {
            return reference.movedBy(limit.collarBasisPoints(), RoundingMode.CEILING);
        }
        return request.side() == Side.BUY ? price : price.max(reference);
    }

    private Optional<RiskDecision> overPosition(
            RiskRequest request, Exposure exposure, Price reference, RiskLimit limit) {
        Optional<Quantity> worst = exposure.worst(request.side(), request.quantity());
        if (worst.isPresent() && !worst.get().isAbove(limit.netPositionMax())) {
            return Optional.empty();
        }
        String text = "The order is for " + amount(request.quantity()) + ", "
                + amount(left(request.side(), exposure, limit)) + " is left of the net position limit of "
                + amount(limit.netPositionMax()) + ", counting open orders.";
        return Optional.of(new RiskDecision.Refused(RejectReason.NET_POSITION, text, limit.version(), reference));
    }

    private Quantity left(Side side, Exposure exposure, RiskLimit limit) {
        Quantity none = instrument.noQuantity();
        return exposure.worst(side, none)
                .filter(used -> !used.isAbove(limit.netPositionMax()))
                .map(limit.netPositionMax()::minus)
                .orElse(none);
    }

    private String amount(Quantity quantity) {
        return quantity.text() + ' ' + instrument.quantityUnit();
    }

    private long version() {
        return limit == null ? 0 : limit.version();
    }
}
