package io.ringside.rfq.desk;

import io.ringside.contracts.rfq.RfqView;
import io.ringside.rfq.negotiation.Answer;
import io.ringside.rfq.negotiation.Negotiation;
import io.ringside.rfq.negotiation.Views;
import io.ringside.runtime.Emission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of one batch as its commands leave them, and what each party was told last. */
final class NegotiationTable {
    private final Map<String, Negotiation> negotiations;
    private final Map<String, Negotiation> changed = new LinkedHashMap<>();
    private final Map<Told.Key, Told> told = new LinkedHashMap<>();

    NegotiationTable(Map<String, Negotiation> known) {
        this.negotiations = new HashMap<>(known);
    }

    @Nullable
    Negotiation find(String rfqId) {
        return negotiations.get(rfqId);
    }

    Negotiation keep(Negotiation negotiation) {
        negotiations.put(negotiation.terms().rfqId(), negotiation);
        changed.put(negotiation.terms().rfqId(), negotiation);
        return negotiation;
    }

    /** Tells the requester and one counterparty: nobody else may know. */
    List<Emission> tellBoth(Negotiation negotiation, String user) {
        List<Emission> notices = new ArrayList<>();
        notices.add(tellRequester(negotiation));
        negotiation.answerOf(user).ifPresent(answer -> notices.add(tell(negotiation, answer)));
        return notices;
    }

    List<Emission> tellEverybody(Negotiation negotiation) {
        List<Emission> notices = new ArrayList<>();
        notices.add(tellRequester(negotiation));
        negotiation.answers().forEach(answer -> notices.add(tell(negotiation, answer)));
        return notices;
    }

    /** Whether this reservation is of a price that may still be accepted. */
    boolean holds(String reservation) {
        return negotiations.values().stream()
                .flatMap(negotiation -> negotiation.answers().stream())
                .map(Answer::firmOffer)
                .anyMatch(offer -> offer != null && offer.reservation().equals(reservation));
    }

    Collection<Negotiation> changed() {
        return changed.values();
    }

    Collection<Told> told() {
        return told.values();
    }

    private Emission tellRequester(Negotiation negotiation) {
        return tell(negotiation.terms().requester(), Views.requester(negotiation));
    }

    private Emission tell(Negotiation negotiation, Answer answer) {
        return tell(answer.user(), Views.counterparty(negotiation, answer));
    }

    private Emission tell(String user, RfqView view) {
        Told last = new Told(user, view);
        told.put(last.key(), last);
        return Announcement.notice(user, view);
    }
}
