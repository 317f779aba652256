package io.ringside.trading.market;

import io.ringside.contracts.Side;
import io.ringside.contracts.market.Quote;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best prices of one instrument.
 *
 * @param bid best price that somebody buys at, with its size; an empty side has no orders
 * @param stale what the feed itself says of it
 * @param knownAt the earlier of the publisher's time and the time of arrival, so that neither a slow clock nor a late
 *     message makes a quote look fresher than it is
 */
public record TopOfBook(
        String instrument, @Nullable Level bid, @Nullable Level ask, long sequence, boolean stale, Instant knownAt) {

    /** One price and the quantity on offer at it. */
    public record Level(Price price, Quantity size) {}

    /**
     * The numbers of a quote on the scales of its instrument.
     *
     * @throws IllegalArgumentException when the quote is not one of this instrument
     */
    public static TopOfBook of(Quote quote, Instrument instrument, Instant arrivedAt) {
        if (!quote.instrument().equals(instrument.id())) {
            throw new IllegalArgumentException("a quote of " + quote.instrument() + " is none of " + instrument.id());
        }
        return new TopOfBook(
                quote.instrument(),
                level(quote.bid(), quote.bidSize(), instrument),
                level(quote.ask(), quote.askSize(), instrument),
                quote.sequence(),
                quote.stale(),
                quote.at().isBefore(arrivedAt) ? quote.at() : arrivedAt);
    }

    /** What an order of this side would trade against: the ask for a buy, the bid for a sell. */
    public Optional<Level> against(Side side) {
        return Optional.ofNullable(side == Side.BUY ? ask : bid);
    }

    /** What a position is valued at: the bid when it is long, the ask when it is short. */
    public Optional<Price> mark(int sign) {
        return Optional.ofNullable(sign < 0 ? ask : bid).map(Level::price);
    }

    /** Whether it may be traded on at this moment: not stale by its feed and not older than allowed. */
    public boolean isCurrent(Instant now, Duration ageMax) {
        return !stale && !knownAt.plus(ageMax).isBefore(now);
    }

    private static @Nullable Level level(@Nullable String price, @Nullable String size, Instrument instrument) {
        if (price == null) {
            return null;
        }
        String quantity = Objects.requireNonNullElse(size, "0");
        return new Level(
                instrument.price(price).orThrow("quoted price '" + price + "'"),
                instrument.quantity(quantity).orThrow("quoted size '" + quantity + "'"));
    }
}
