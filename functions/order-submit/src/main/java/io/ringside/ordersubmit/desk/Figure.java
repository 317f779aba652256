package io.ringside.ordersubmit.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Parsed;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;

/** A number of a command, read on the scale of its instrument and held against its steps. */
sealed interface Figure<T> {
    /** It may be traded. */
    record Good<T>(T value) implements Figure<T> {}

    /** It may not. */
    record Bad<T>(Refusal refusal) implements Figure<T> {}

    static Figure<Quantity> quantity(String text, Instrument instrument) {
        String shown = "quantity " + text;
        return switch (instrument.quantity(text)) {
            case Parsed.Broken<Quantity> broken ->
                broken.fault() == Parsed.Fault.TOO_FINE ? offStep(shown, instrument) : malformed(shown, broken.rule());
            case Parsed.Value<Quantity> read -> {
                if (!read.value().isPositive()) {
                    yield bad(RejectReason.QUANTITY_NOT_POSITIVE, shown + " is not greater than zero.");
                }
                yield instrument.isOnStep(read.value()) ? new Good<>(read.value()) : offStep(shown, instrument);
            }
        };
    }

    static Figure<Price> limitPrice(String text, Instrument instrument) {
        String shown = "limitPrice " + text;
        return switch (instrument.price(text)) {
            case Parsed.Broken<Price> broken ->
                broken.fault() == Parsed.Fault.TOO_FINE ? offTick(shown, instrument) : malformed(shown, broken.rule());
            case Parsed.Value<Price> read -> {
                if (!read.value().isPositive()) {
                    yield bad(RejectReason.PRICE_NOT_POSITIVE, shown + " is not greater than zero.");
                }
                yield instrument.isOnTick(read.value()) ? new Good<>(read.value()) : offTick(shown, instrument);
            }
        };
    }

    private static <T> Figure<T> malformed(String shown, String rule) {
        return bad(RejectReason.MALFORMED, shown + ' ' + rule + '.');
    }

    private static <T> Figure<T> offStep(String shown, Instrument instrument) {
        return bad(
                RejectReason.QUANTITY_STEP,
                shown + " is not a multiple of " + instrument.quantityStep() + ", the step of " + instrument.symbol()
                        + '.');
    }

    private static <T> Figure<T> offTick(String shown, Instrument instrument) {
        return bad(
                RejectReason.PRICE_TICK,
                shown + " is not a multiple of " + instrument.priceTick() + ", the tick of " + instrument.symbol()
                        + '.');
    }

    private static <T> Figure<T> bad(RejectReason reason, String text) {
        return new Bad<>(new Refusal(reason, text));
    }
}
