package io.ringside.faults.check;

import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.ClientView;
import io.ringside.faults.evidence.Evidence;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The book holds what clients asked for, in their terms, and nothing that they were told is refused. */
final class NothingThatWasNotAsked implements Check {
    @Override
    public String title() {
        return "nothing is in the book that was not asked for, or was refused";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Asked> asked = new HashMap<>();
        Map<String, Set<String>> terms = new HashMap<>();
        for (Asked command : evidence.asked()) {
            asked.put(command.identity(), command);
            wanted(command).ifPresent(order -> terms.computeIfAbsent(order, id -> new LinkedHashSet<>())
                    .add(String.valueOf(command.terms())));
        }
        for (Book.Order order : evidence.book().orders()) {
            Asked command = asked.get(order.key());
            findings.expect(command != null, "order %s was never asked for", order.key());
            if (command != null) {
                findings.must(command.fate() != Asked.Fate.REFUSED, "order %s was refused to its sender", order.key());
                Set<String> wanted = terms.getOrDefault(order.key(), Set.of());
                findings.must(
                        wanted.contains(terms(order)),
                        "order %s is %s, asked was %s",
                        order.key(),
                        terms(order),
                        wanted);
            }
        }
        for (Book.Remembered remembered : evidence.book().runtime().remembered()) {
            Asked command = asked.get(remembered.messageId());
            if (remembered.function().equals("order-submit") && command != null) {
                findings.expect(
                        command.fate() != Asked.Fate.REFUSED,
                        "%s was refused to its sender and yet decided",
                        remembered.messageId());
            }
        }
    }

    /** The order that a command gave terms to, if it may have done so. */
    private static Optional<String> wanted(Asked command) {
        return switch (command.verb()) {
            case SUBMIT -> Optional.of(command.identity());
            case AMEND ->
                Optional.of(ClientView.key(command.account(), String.valueOf(command.original())))
                        .filter(order -> command.fate() != Asked.Fate.REFUSED);
            case CANCEL, CANCEL_ALL -> Optional.empty();
        };
    }

    private static String terms(Book.Order order) {
        return order.instrument()
                + ' '
                + order.side()
                + ' '
                + order.quantity().stripTrailingZeros().toPlainString();
    }
}
