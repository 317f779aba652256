package io.ringside.faults.deal;

import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.AskedDeal;
import io.ringside.faults.evidence.DealView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one client asked about requests for quotes, and what it was told. Confined to one thread. */
final class DealLedger {
    private final String user;
    private final String account;
    private final Map<String, AskedDeal> asked = new LinkedHashMap<>();
    private final List<RfqView> views = new ArrayList<>();
    private final Map<String, RfqView> newest = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    private int gaps;

    DealLedger(String user, String account) {
        this.user = user;
        this.account = account;
    }

    void asked(String verb, String id, String rfqId) {
        asked.put(id, new AskedDeal(account, id, verb, rfqId, Fate.UNANSWERED));
    }

    AskedDeal answered(String id, Fate fate) {
        AskedDeal before = asked.get(id);
        if (before == null) {
            throw new IllegalStateException("an answer to what was never asked: " + id);
        }
        AskedDeal after = before.ended(fate);
        asked.put(id, after);
        return after;
    }

    /** A notice. */
    void told(RfqView view) {
        views.add(view);
        known(view);
    }

    /** The highest version wins, however it came. */
    void known(RfqView view) {
        newest.merge(view.rfqId(), view, (one, other) -> one.version() < other.version() ? other : one);
    }

    void toldRefused(String id) {
        refused.add(id);
    }

    void gap() {
        gaps++;
    }

    /** Requests that have not ended, as far as it knows. */
    List<RfqView> open() {
        return newest.values().stream()
                .filter(view -> view.status() == RfqStatus.OPEN)
                .toList();
    }

    List<AskedDeal> asked() {
        return List.copyOf(asked.values());
    }

    DealView view() {
        return new DealView(
                user, account, List.copyOf(views), List.copyOf(newest.values()), List.copyOf(refused), gaps);
    }
}
