package io.ringside.faults.check;

import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.util.HashMap;
import java.util.Map;

/** The book holds what clients asked for, in their terms, and nothing that they were told is refused. */
final class NothingThatWasNotAsked implements Check {
    @Override
    public String title() {
        return "nothing is in the book that was not asked for, or was refused";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Asked> asked = new HashMap<>();
        evidence.asked().forEach(command -> asked.put(command.identity(), command));
        for (Book.Order order : evidence.book().orders()) {
            Asked command = asked.get(order.key());
            findings.expect(command != null, "order %s was never asked for", order.key());
            if (command != null) {
                findings.must(command.fate() != Asked.Fate.REFUSED, "order %s was refused to its sender", order.key());
                String terms = order.instrument()
                        + ' '
                        + order.side()
                        + ' '
                        + order.quantity().stripTrailingZeros().toPlainString();
                findings.must(
                        terms.equals(command.terms()),
                        "order %s is %s, asked was %s",
                        order.key(),
                        terms,
                        command.terms());
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
}
