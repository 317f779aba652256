package io.ringside.faults.check;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.RfqState;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.DealView;
import io.ringside.faults.evidence.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is made for a counterparty, byte for byte, and what its client was told has its own answer alone: no other name,
 * and no price that only others gave in that request.
 */
final class NobodySeesAnothersPrice implements Check {
    @Override
    public String title() {
        return "nobody's notices hold another dealer's name or price";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Map<String, Set<String>>> given = given(evidence.book(), findings);
        for (Book.Event event : evidence.book().runtime().events()) {
            if (event.type().equals("rfq.updated")) {
                try {
                    RfqView view = Wire.decode(event.body(), RfqView.class);
                    alone(findings, reader(event.subject()), view, text(event.body()), given);
                } catch (Wire.UndecodableException e) {
                    findings.must(false, "event %s cannot be read: %s", event.eventId(), e.getMessage());
                }
            }
        }
        for (DealView party : evidence.dealings().views()) {
            party.views().forEach(view -> alone(findings, party.user(), view, text(Wire.encode(view)), given));
        }
    }

    private static void alone(
            Findings findings, String reader, RfqView view, String text, Map<String, Map<String, Set<String>>> given) {
        if (view.role() == RfqView.Role.REQUESTER) {
            findings.expect(view.requester().equals(reader), "%s is told what %s is told", reader, view.requester());
            return;
        }
        findings.expect(
                view.quotes().stream().allMatch(quote -> quote.user().equals(reader)),
                "%s is told who else answers request %s",
                reader,
                view.rfqId());
        Map<String, Set<String>> answers = given.getOrDefault(view.rfqId(), Map.of());
        Set<String> own = answers.getOrDefault(reader, Set.of());
        answers.forEach((dealer, prices) -> prices.stream()
                .filter(price -> !dealer.equals(reader) && !own.contains(price))
                .forEach(price -> findings.must(
                        !text.contains('"' + price + '"'),
                        "%s is told %s of %s in request %s",
                        reader,
                        price,
                        dealer,
                        view.rfqId())));
    }

    /** Every price that each dealer ever gave in each request. */
    private static Map<String, Map<String, Set<String>>> given(Book book, Findings findings) {
        Map<String, Map<String, Set<String>>> given = new HashMap<>();
        for (Book.Event event : book.runtime().events()) {
            if (event.subject().startsWith("evt.rfq.quoted.")) {
                try {
                    RfqState state = Wire.decode(event.body(), RfqState.class);
                    for (RfqState.Quote quote : state.quotes()) {
                        if (quote.price() != null) {
                            given.computeIfAbsent(state.rfqId(), id -> new HashMap<>())
                                    .computeIfAbsent(quote.user(), user -> new HashSet<>())
                                    .add(quote.price());
                        }
                    }
                } catch (Wire.UndecodableException e) {
                    findings.must(false, "event %s cannot be read: %s", event.eventId(), e.getMessage());
                }
            }
        }
        return given;
    }

    private static String reader(String subject) {
        return subject.substring(Subjects.inbox("x").length() - 1);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
