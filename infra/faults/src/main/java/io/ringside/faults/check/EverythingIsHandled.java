package io.ringside.faults.check;

import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import io.ringside.faults.evidence.Followed;
import java.util.HashMap;
import java.util.Map;

/** Each function has read on past the last message that concerns it. */
final class EverythingIsHandled implements Check {
    @Override
    public String title() {
        return "every message is handled by all who follow it";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Long> cursors = new HashMap<>();
        for (Book.Cursor cursor : evidence.book().runtime().cursors()) {
            cursors.put(Followed.key(cursor.function(), cursor.partition(), cursor.stream()), cursor.sequence());
        }
        Map<String, Long> ends = new HashMap<>(Followed.ends(evidence.commands()));
        ends.putAll(Followed.ends(evidence.events()));
        ends.forEach((place, end) -> {
            long cursor = cursors.getOrDefault(place, 0L);
            findings.expect(cursor >= end, "%s: handled up to %d, there is %d", place, cursor, end);
        });
    }
}
