package io.ringside.faults.check;

import io.ringside.contracts.rfq.RfqView;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.AskedDeal;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.DealView;
import io.ringside.faults.evidence.Evidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Each party hears every version of its own view once and in order, and in the end sees what is in the book. */
final class PartiesSeeTheirRequests implements Check {
    @Override
    public String title() {
        return "each party hears its view of a request in version order, once, up to the book's";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Map<String, Long>> told = told(evidence.book());
        Map<String, String> statuses = new HashMap<>();
        evidence.book().negotiations().rfqs().forEach(rfq -> statuses.put(rfq.rfqId(), rfq.status()));
        for (DealView party : evidence.dealings().views()) {
            inOrder(party, findings);
            Map<String, Long> due = new HashMap<>(told.getOrDefault(party.user(), Map.of()));
            for (RfqView view : party.newest()) {
                Long version = due.remove(view.rfqId());
                findings.expect(
                        Objects.equals(version, view.version())
                                && view.status().name().equals(statuses.get(view.rfqId())),
                        "%s sees request %s as %s version %d, it is %s version %s",
                        party.user(),
                        view.rfqId(),
                        view.status(),
                        view.version(),
                        statuses.get(view.rfqId()),
                        version);
            }
            due.keySet().forEach(id -> findings.must(false, "%s never heard of request %s", party.user(), id));
            Set<String> refused = new HashSet<>();
            party.refused()
                    .forEach(id -> findings.must(refused.add(id), "%s was told twice of refused %s", party.user(), id));
        }
        refusals(evidence, findings);
    }

    /** Without a gap nothing is left out; with one what is heard may begin later, and yet never goes back. */
    private static void inOrder(DealView party, Findings findings) {
        Map<String, Long> last = new HashMap<>();
        for (RfqView view : party.views()) {
            long before = last.getOrDefault(view.rfqId(), 0L);
            findings.expect(
                    party.gaps() > 0 ? view.version() > before : view.version() == before + 1,
                    "%s heard version %d of request %s after version %d",
                    party.user(),
                    view.version(),
                    view.rfqId(),
                    before);
            last.put(view.rfqId(), view.version());
        }
    }

    /** With a gap a refusal may be gone. */
    private static void refusals(Evidence evidence, Findings findings) {
        Set<String> refused = new HashSet<>();
        Set<String> sure = new HashSet<>();
        for (DealView party : evidence.dealings().views()) {
            party.refused().forEach(id -> refused.add(party.account() + '/' + id));
            if (party.gaps() == 0) {
                sure.add(party.account());
            }
        }
        Set<String> without = new HashSet<>();
        evidence.book().runtime().audits().stream()
                .filter(audit ->
                        audit.function().equals("rfq") && audit.outcome().startsWith("refused"))
                .forEach(audit -> without.add(audit.messageId()));
        for (AskedDeal command : evidence.dealings().asked()) {
            if (command.fate() == Fate.RECEIVED && sure.contains(command.account())) {
                findings.expect(
                        refused.contains(command.identity()) == without.contains(command.identity()),
                        "%s %s: whether it was refused is %s, its sender was told %s",
                        command.verb(),
                        command.identity(),
                        without.contains(command.identity()),
                        refused.contains(command.identity()));
            }
        }
    }

    /** The version of each party's own view of each request. */
    private static Map<String, Map<String, Long>> told(Book book) {
        Map<String, Map<String, Long>> told = new HashMap<>();
        book.negotiations().rfqs().forEach(rfq -> told.computeIfAbsent(rfq.requester(), user -> new HashMap<>())
                .put(rfq.rfqId(), rfq.version()));
        book.negotiations().quotes().forEach(quote -> told.computeIfAbsent(quote.trader(), user -> new HashMap<>())
                .put(quote.rfqId(), quote.told()));
        return told;
    }
}
