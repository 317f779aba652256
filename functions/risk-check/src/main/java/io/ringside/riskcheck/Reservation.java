package io.ringside.riskcheck;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.trading.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one order and how much of it still counts.
 *
 * @param traded what of its order was executed, which may be more than was reserved while an amend is under way
 * @param remaining counted as if it would fill; nothing unless {@code RESERVED}
 * @param referencePrice decimal text
 * @param reached the level of a limit that this reservation lifted its account to, if it did
 */
record Reservation(
        Id id,
        String instrument,
        Side side,
        State state,
        Quantity quantity,
        Quantity traded,
        Quantity remaining,
        @Nullable String reason,
        @Nullable String text,
        long limitVersion,
        @Nullable String referencePrice,
        @Nullable LimitReached reached) {

    /** The order's own id, unique for ever within its account. */
    record Id(String account, String clientOrderId) {}

    enum State {
        RESERVED,
        REFUSED,
        RELEASED
    }

    /** For an order that ended before it was ever reserved: whoever asks for it later is too late. */
    static Reservation tombstone(Id id, String instrument, Side side) {
        Quantity nothing = Quantity.zero(0);
        return new Reservation(
                id, instrument, side, State.RELEASED, nothing, nothing, nothing, null, null, 0, null, null);
    }

    /** The same, which lifted its account to this level. */
    Reservation reaching(@Nullable LimitReached level) {
        return new Reservation(
                id,
                instrument,
                side,
                state,
                quantity,
                traded,
                remaining,
                reason,
                text,
                limitVersion,
                referencePrice,
                level);
    }

    /** After a part of its order traded. */
    Reservation use(Quantity part) {
        return sized(quantity, traded.plus(part));
    }

    /** The same for another quantity. */
    Reservation resize(Quantity other) {
        return sized(other, traded);
    }

    /** After its order ended. */
    Reservation release() {
        return with(State.RELEASED, quantity, traded, Quantity.zero(remaining.scale()));
    }

    /**
     * The answer to whoever asks, however often. What is released is no longer held, so it cannot be approved again.
     */
    Verdict verdict() {
        return switch (state) {
            case RESERVED -> answer(true, null, null, reached);
            case REFUSED -> answer(false, reason, text, null);
            case RELEASED ->
                answer(
                        false,
                        RejectReason.RESERVATION_RELEASED.name(),
                        RejectReason.RESERVATION_RELEASED.sentence(),
                        null);
        };
    }

    private Verdict answer(
            boolean approved, @Nullable String why, @Nullable String sentence, @Nullable LimitReached level) {
        return new Verdict(id.account, id.clientOrderId, approved, why, sentence, limitVersion, referencePrice, level);
    }

    private Reservation sized(Quantity whole, Quantity used) {
        Quantity rest = used.isAbove(whole) ? Quantity.zero(whole.scale()) : whole.minus(used);
        return with(state, whole, used, rest);
    }

    private Reservation with(State next, Quantity whole, Quantity used, Quantity rest) {
        return new Reservation(
                id, instrument, side, next, whole, used, rest, reason, text, limitVersion, referencePrice, reached);
    }
}
