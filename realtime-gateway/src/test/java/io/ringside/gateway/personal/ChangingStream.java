package io.ringside.gateway.personal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * One user's part of a stream that drops its oldest messages, is settled now and then, and goes on while it is read. It
 * remembers what was ever published.
 */
final class ChangingStream {
    /** Messages that it retains. */
    static final int RETAINED = 10;
    /** Messages of one batch of a read. */
    private static final int BATCH = 4;

    private final Random random;
    private final List<Long> published = new ArrayList<>();
    private final Set<Long> settling = new HashSet<>();
    private long sequence;

    ChangingStream(Random random) {
        this.random = random;
    }

    /** One more, which settles all before it now and then; gives the one before, 0 if there is none. */
    long store() {
        long previous = published.isEmpty() ? 0 : published.getLast();
        sequence += 1 + random.nextInt(3);
        published.add(sequence);
        if (random.nextInt(12) == 0) {
            settling.add(sequence);
        }
        return previous;
    }

    Notice newest() {
        return stored(sequence);
    }

    /** Any that was ever published, or 0, where somebody stands who was there before the first. */
    long anyPosition() {
        boolean fresh = published.isEmpty() || random.nextInt(10) == 0;
        return fresh ? 0 : published.get(random.nextInt(published.size()));
    }

    /** All that was ever published after the one and up to the other. */
    List<Long> between(long after, long last) {
        return published.stream().filter(each -> each > after && each <= last).toList();
    }

    boolean settles(long at) {
        return settling.contains(at);
    }

    /** What a gateway reads from there on: batch by batch, while it goes on. */
    List<Notice> read(long from) {
        Gathered gathered = new Gathered(RETAINED);
        List<Notice> batch = batch(from);
        gathered.add(batch);
        while (batch.size() == BATCH) {
            storeSome(8);
            batch = batch(gathered.next());
            gathered.add(batch);
        }
        return gathered.notices();
    }

    /** Each message as it is when its turn comes. */
    private List<Notice> batch(long from) {
        List<Notice> batch = new ArrayList<>();
        Optional<Long> next = next(from);
        while (next.isPresent() && batch.size() < BATCH) {
            batch.add(stored(next.get()));
            storeSome(4);
            next = next(next.get() + 1);
        }
        return batch;
    }

    /** None as often as any. */
    private void storeSome(int most) {
        for (int meanwhile = random.nextInt(2 * most) - most; meanwhile > 0; meanwhile--) {
            store();
        }
    }

    private Optional<Long> next(long from) {
        long settled = settling.stream().mapToLong(Long::longValue).max().orElse(0);
        return published.subList(Math.max(0, published.size() - RETAINED), published.size()).stream()
                .filter(each -> each >= settled && each >= from)
                .findFirst();
    }

    private Notice stored(long at) {
        return new Notice(Personal.ALERTS, at, "alert.raised", new byte[] {'{', '}'}, 0, settles(at));
    }
}
