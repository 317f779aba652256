package io.ringside.faults.check;

import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.AskedDeal;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command about a request for quotes that was received was decided once: it had its effect, or was refused once. */
final class DealsHaveOneOutcome implements Check {
    private static final String DECIDER = "rfq";
    private static final String REFUSED = "refused";
    /** The effect of each command, as the audit calls it. */
    private static final Map<String, String> EFFECTS = Map.of(
            "request", "requested", "quote", "quoted", "accept", "traded", "pass", "passed", "cancel", "cancelled");

    @Override
    public String title() {
        return "every received command about a request for quotes has exactly one outcome";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, List<String>> outcomes = outcomes(evidence.book());
        Map<String, Integer> refusals = refusals(evidence.book(), findings);
        Set<String> requests = new HashSet<>();
        evidence.book().negotiations().rfqs().forEach(rfq -> requests.add(rfq.rfqId()));
        Set<String> asked = new HashSet<>();
        for (AskedDeal command : evidence.dealings().asked()) {
            String id = command.identity();
            findings.expect(asked.add(id), "%s was asked under one id twice", id);
            findings.must(command.fate() != Fate.UNANSWERED, "%s was never answered", id);
            List<String> decided = outcomes.getOrDefault(id, List.of());
            boolean received = command.fate() == Fate.RECEIVED;
            findings.must(
                    decided.size() == (received ? 1 : 0),
                    "%s %s was %s by its sender's word and decided %d times",
                    command.verb(),
                    id,
                    command.fate(),
                    decided.size());
            if (received && decided.size() == 1) {
                ended(findings, command, decided.getFirst(), refusals.getOrDefault(id, 0), requests);
            }
        }
        for (Book.Rfq rfq : evidence.book().negotiations().rfqs()) {
            findings.must(
                    asked.contains(rfq.account() + '/' + rfq.clientRfqId()),
                    "request %s was never asked for",
                    rfq.rfqId());
        }
    }

    private static void ended(Findings findings, AskedDeal command, String how, int refusals, Set<String> requests) {
        boolean refused = how.startsWith(REFUSED);
        String what = command.verb() + ' ' + command.identity();
        findings.must(
                refused || how.startsWith(String.valueOf(EFFECTS.get(command.verb()))), "%s ended as %s", what, how);
        findings.must(
                refusals == (refused ? 1 : 0),
                "%s ended as %s and was told to be refused %d times",
                what,
                how,
                refusals);
        boolean inBook = requests.contains(command.rfqId());
        findings.must(
                !command.verb().equals("request") || refused != inBook,
                "%s ended as %s and is %s",
                what,
                how,
                inBook ? "in the book" : "not in the book");
    }

    /** How the audit says that each command ended. */
    private static Map<String, List<String>> outcomes(Book book) {
        Map<String, List<String>> outcomes = new HashMap<>();
        book.runtime().audits().stream()
                .filter(audit -> audit.function().equals(DECIDER))
                .forEach(audit -> outcomes.computeIfAbsent(audit.messageId(), id -> new ArrayList<>())
                        .add(audit.outcome()));
        return outcomes;
    }

    /** How often each command was told to be refused. */
    private static Map<String, Integer> refusals(Book book, Findings findings) {
        Map<String, Integer> refusals = new HashMap<>();
        for (Book.Event event : book.runtime().events()) {
            if (event.function().equals(DECIDER) && event.type().equals("rfq.refused")) {
                try {
                    RfqRefused refusal = Wire.decode(event.body(), RfqRefused.class);
                    refusals.merge(refusal.account() + '/' + refusal.commandId(), 1, Integer::sum);
                } catch (Wire.UndecodableException e) {
                    findings.must(false, "event %s cannot be read: %s", event.eventId(), e.getMessage());
                }
            }
        }
        return refusals;
    }
}
