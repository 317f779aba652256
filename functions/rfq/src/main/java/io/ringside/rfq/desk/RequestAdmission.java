package io.ringside.rfq.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.rfq.negotiation.Terms;
import io.ringside.rfq.negotiation.Trader;
import io.ringside.rfq.negotiation.Traders;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.money.Parsed;
import io.ringside.trading.money.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a request may be opened: pure, on the command, the instruments and the traders. The checks refuse in this
 * order: instrument, quantity, life, counterparties.
 */
final class RequestAdmission {
    private final InstrumentTable instruments;
    private final Traders traders;

    RequestAdmission(InstrumentTable instruments, Traders traders) {
        this.instruments = instruments;
        this.traders = traders;
    }

    /** What the checks say. */
    sealed interface Admission {
        /** It may be opened. */
        record Admitted(Terms terms, List<Trader> counterparties) implements Admission {}

        /** It may not. */
        record Refused(Refusal refusal) implements Admission {}
    }

    Admission admit(RequestQuotes request, Instant at) {
        Optional<Instrument> instrument = instruments.find(request.instrument());
        if (instrument.isEmpty()) {
            return refused(RejectReason.UNKNOWN_INSTRUMENT, "There is no instrument " + request.instrument() + '.');
        }
        if (instrument.get().status() == Instrument.Status.HALTED) {
            return refused(
                    RejectReason.INSTRUMENT_RESTRICTED,
                    instrument.get().symbol() + " is halted: nobody may trade it now.");
        }
        return quantity(request, instrument.get(), at);
    }

    private Admission quantity(RequestQuotes request, Instrument instrument, Instant at) {
        String shown = "quantity " + request.quantity();
        return switch (instrument.quantity(request.quantity())) {
            case Parsed.Broken<Quantity> broken -> refused(RejectReason.MALFORMED, shown + ' ' + broken.rule() + '.');
            case Parsed.Value<Quantity> read -> {
                if (!read.value().isPositive()) {
                    yield refused(RejectReason.QUANTITY_NOT_POSITIVE, shown + " is not greater than zero.");
                }
                yield instrument.isOnStep(read.value())
                        ? life(request, instrument, read.value(), at)
                        : refused(
                                RejectReason.QUANTITY_STEP,
                                shown + " is not a multiple of " + instrument.quantityStep() + ", the step of "
                                        + instrument.symbol() + '.');
            }
        };
    }

    private Admission life(RequestQuotes request, Instrument instrument, Quantity quantity, Instant at) {
        int seconds = request.lifeSeconds();
        if (seconds < Rfq.LIFE_SECONDS_MIN || seconds > Rfq.LIFE_SECONDS_MAX) {
            return refused(
                    RejectReason.LIFE_OUT_OF_RANGE,
                    "lifeSeconds is " + seconds + ", it must be from " + Rfq.LIFE_SECONDS_MIN + " to "
                            + Rfq.LIFE_SECONDS_MAX + '.');
        }
        return counterparties(request, instrument, quantity, at);
    }

    private Admission counterparties(RequestQuotes request, Instrument instrument, Quantity quantity, Instant at) {
        Optional<Trader> requester = traders.find(request.user());
        if (requester.isEmpty()) {
            return refused(RejectReason.UNKNOWN_COUNTERPARTY, "user " + request.user() + " may not trade.");
        }
        String firm = requester.get().firm();
        List<Trader> asked = new ArrayList<>();
        for (String user : request.counterparties()) {
            Optional<Trader> found = traders.find(user);
            if (found.isEmpty() || found.get().firm().equals(firm)) {
                return refused(
                        RejectReason.UNKNOWN_COUNTERPARTY,
                        "counterparties names " + user + ", "
                                + (found.isEmpty() ? "who may not trade." : "who is of your own firm."));
            }
            if (!asked.contains(found.get())) {
                asked.add(found.get());
            }
        }
        if (asked.isEmpty()) {
            asked.addAll(traders.outside(firm));
        }
        if (asked.isEmpty()) {
            return new Admission.Refused(Refusal.of(RejectReason.NO_COUNTERPARTY));
        }
        if (asked.size() > Rfq.COUNTERPARTIES_MAX) {
            return refused(
                    RejectReason.UNKNOWN_COUNTERPARTY,
                    asked.size() + " counterparties are too many, at most " + Rfq.COUNTERPARTIES_MAX
                            + " may be asked: choose them.");
        }
        return new Admission.Admitted(terms(request, instrument, quantity, firm, at), asked);
    }

    private static Terms terms(
            RequestQuotes request, Instrument instrument, Quantity quantity, String firm, Instant at) {
        // A time that the database would round is not the same after it was read again.
        Instant opened = at.truncatedTo(ChronoUnit.MICROS);
        return new Terms(
                Rfq.idOf(request.account(), request.clientRfqId()),
                request.clientRfqId(),
                request.account(),
                request.user(),
                firm,
                instrument,
                request.side(),
                quantity,
                opened,
                opened.plusSeconds(request.lifeSeconds()));
    }

    private static Admission refused(RejectReason reason, String text) {
        return new Admission.Refused(new Refusal(reason, text));
    }
}
