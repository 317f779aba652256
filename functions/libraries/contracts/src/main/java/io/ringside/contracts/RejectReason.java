package io.ringside.contracts;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a command was refused: the whole catalogue. Codes are stable; the sentence is for a person, the advice for a
 * program.
 */
public enum RejectReason {
    MALFORMED(Advice.CORRECT, "A field is missing or not well formed."),
    UNKNOWN_INSTRUMENT(Advice.CORRECT, "There is no such instrument."),
    UNKNOWN_ACCOUNT(Advice.CORRECT, "There is no such account, or it is not yours."),
    QUANTITY_NOT_POSITIVE(Advice.CORRECT, "The quantity must be greater than zero."),
    QUANTITY_STEP(Advice.CORRECT, "The quantity is not a multiple of the instrument's quantity step."),
    PRICE_MISSING(Advice.CORRECT, "A limit order needs a limit price."),
    PRICE_NOT_ALLOWED(Advice.CORRECT, "A market order takes no limit price."),
    PRICE_NOT_POSITIVE(Advice.CORRECT, "The price must be greater than zero."),
    PRICE_TICK(Advice.CORRECT, "The price is not on the instrument's tick."),
    DUPLICATE_ID(Advice.CORRECT, "This id was used before with another body."),
    UNKNOWN_ORDER(Advice.CORRECT, "There is no such order."),
    TOO_LATE_TO_CANCEL(Advice.NONE, "The order had ended before the cancel arrived."),
    CANCEL_PENDING(Advice.NONE, "A cancel of this order is already under way."),
    TOO_LATE_TO_AMEND(Advice.NONE, "The order had ended before the amend arrived."),
    AMEND_PENDING(Advice.LATER, "An amend of this order is already under way."),
    NOT_AMENDABLE(Advice.NONE, "Only a limit order that may rest can be amended."),
    NOTHING_CHANGES(Advice.CORRECT, "The order has these terms already."),
    INSTRUMENT_RESTRICTED(Advice.NONE, "This account may not trade this instrument."),
    NO_LIMIT(Advice.NONE, "No limit is set for this account and instrument, and an unset limit is zero."),
    ORDER_SIZE(Advice.CORRECT, "The quantity is above the limit for one order."),
    ORDER_NOTIONAL(Advice.CORRECT, "The value is above the limit for one order."),
    PRICE_COLLAR(Advice.CORRECT, "The price is too far from the market."),
    NET_POSITION(Advice.CORRECT, "The order could take the net position over its limit."),
    STALE_PRICE(Advice.LATER, "There is no current price, and what cannot be checked is not traded."),
    TIME_IN_FORCE(Advice.CORRECT, "The time in force does not fit the order, or its time of expiry does not fit it."),
    EXPIRY_REACHED(Advice.NONE, "The order's time of expiry came before it was filled."),
    DAY_ENDED(Advice.LATER, "The instrument's trading day ended before the order was filled."),
    RISK_UNAVAILABLE(Advice.LATER, "The risk check did not answer in time, and what cannot be checked is not traded."),
    RESERVATION_RELEASED(Advice.CORRECT, "The reservation for this order was already released."),
    UNKNOWN_RFQ(Advice.NONE, "There is no such request for quotes, or you are not part of it."),
    RFQ_ENDED(Advice.NONE, "The request for quotes had ended before the command arrived."),
    LIFE_OUT_OF_RANGE(Advice.CORRECT, "The life of the request is shorter or longer than allowed."),
    UNKNOWN_COUNTERPARTY(Advice.CORRECT, "There is no such counterparty, or it is of your own firm."),
    NO_COUNTERPARTY(Advice.CORRECT, "Nobody was there to be asked."),
    TERMS_DIFFER(Advice.CORRECT, "The command repeats other terms than those that it answers."),
    UNKNOWN_QUOTE(Advice.CORRECT, "There is no such quote."),
    QUOTE_SUPERSEDED(Advice.CORRECT, "A newer version of this quote has replaced it."),
    QUOTE_WITHDRAWN(Advice.NONE, "The quote was taken back."),
    PASSED_ALREADY(Advice.NONE, "You have passed on this request already."),
    UNKNOWN_ALERT(Advice.NONE, "There is no such alert, or it is not yours."),
    UNDER_INVESTIGATION(Advice.NONE, "The message could not be handled and is under investigation.");

    /** What a program should do. */
    public enum Advice {
        /** Change the command and send it under a new id. */
        CORRECT,
        /** The same command under a new id may pass later. */
        LATER,
        /** Sending it again will not help. */
        NONE
    }

    private final Advice advice;
    private final String sentence;

    RejectReason(Advice advice, String sentence) {
        this.advice = advice;
        this.sentence = sentence;
    }

    /** The reason with this code, if it is one of the catalogue. */
    public static Optional<RejectReason> find(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst();
    }

    /** What a program should do. */
    public Advice advice() {
        return advice;
    }

    /** The refusal as a sentence for a person. */
    public String sentence() {
        return sentence;
    }
}
