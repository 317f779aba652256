package io.ringside.execution.book;

import io.ringside.contracts.Side;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Quantity;

/**
 * What was given away of the sizes that one quote displays, so that it is never given twice.
 *
 * @param quoteSequence the newest quote that anything was matched against; older ones are history
 */
public record Displayed(long quoteSequence, Quantity bidTaken, Quantity askTaken) {
    /** Before the first quote: every quote is newer. */
    public static Displayed none(Instrument instrument) {
        return untouched(Long.MIN_VALUE, instrument);
    }

    /** Nothing of this quote was given away yet. */
    public static Displayed untouched(long quoteSequence, Instrument instrument) {
        return new Displayed(quoteSequence, instrument.noQuantity(), instrument.noQuantity());
    }

    /** What orders of this side may still take of a displayed size, in whole steps of the instrument. */
    public Quantity left(Side side, Quantity size, Instrument instrument) {
        Quantity taken = takenBy(side);
        if (!size.isAbove(taken)) {
            return instrument.noQuantity();
        }
        long rest = size.minus(taken).unscaled();
        return new Quantity(rest - rest % instrument.quantityStep().unscaled(), size.scale());
    }

    /** After an order of this side took some. A buy takes from the ask, a sell from the bid. */
    public Displayed take(Side side, Quantity quantity) {
        return side == Side.BUY
                ? new Displayed(quoteSequence, bidTaken, askTaken.plus(quantity))
                : new Displayed(quoteSequence, bidTaken.plus(quantity), askTaken);
    }

    private Quantity takenBy(Side side) {
        return side == Side.BUY ? askTaken : bidTaken;
    }
}
