package io.ringside.position.held;

import io.ringside.contracts.position.PositionChanged;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Price;
import io.ringside.trading.position.Position;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What an account holds of an instrument.
 *
 * @param version number of trades that made it
 * @param updatedAt the log's time of the last of them
 */
public record HeldPosition(Key key, Instrument instrument, Position position, long version, Instant updatedAt) {
    /**
     * Rounding of profit and loss to the decimals of the currency, for those who read it. The store keeps it
     * exactly.
     */
    public static final RoundingMode MONEY_ROUNDING = RoundingMode.HALF_EVEN;

    /** Whose position in what. */
    public record Key(String account, String instrument) {}

    /** Before the first trade. */
    public static HeldPosition none(Key key, Instrument instrument) {
        return new HeldPosition(key, instrument, Position.flat(instrument), 0, Instant.EPOCH);
    }

    /** After one more trade. */
    public HeldPosition after(Trade trade, Instant at) {
        Position next = position.after(instrument, trade.side(), trade.quantity(), trade.price());
        return new HeldPosition(key, instrument, next, version + 1, at);
    }

    public boolean isOpen() {
        return !position.quantity().isZero();
    }

    /** Average price of what is open, as text. */
    public Optional<String> averagePriceText() {
        return position.averagePrice(instrument).map(Price::text);
    }

    /** An exact value as an amount of the instrument's currency. */
    public String moneyText(ExactValue value) {
        return instrument.money(value, MONEY_ROUNDING).text();
    }

    /** What followers are told after this trade. */
    public PositionChanged changedBy(Trade trade) {
        return new PositionChanged(
                key.account(),
                key.instrument(),
                instrument.currency(),
                position.quantity().text(),
                averagePriceText().orElse(null),
                moneyText(position.realised()),
                trade.executionId(),
                version,
                updatedAt);
    }
}
