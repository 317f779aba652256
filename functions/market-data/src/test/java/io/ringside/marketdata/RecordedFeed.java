package io.ringside.marketdata;

import io.ringside.marketdata.feed.FeedListener;
import io.ringside.marketdata.feed.TopOfBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything a feed told, in order. */
public final class RecordedFeed implements FeedListener {
    /** Something told. */
    public sealed interface Told {
        String symbol();
    }

    public record Top(String symbol, TopOfBook top) implements Told {}

    public record Stale(String symbol) implements Told {}

    public record AllStale(String symbol) implements Told {}

    private final List<Told> told = new ArrayList<>();

    @Override
    public synchronized void topOfBook(String symbol, TopOfBook top) {
        told.add(new Top(symbol, top));
        notifyAll();
    }

    @Override
    public synchronized void stale(String symbol, String because) {
        told.add(new Stale(symbol));
        notifyAll();
    }

    @Override
    public synchronized void allStale(String because) {
        told.add(new AllStale("*"));
        notifyAll();
    }

    /** A copy of what was told so far. */
    public synchronized List<Told> told() {
        return List.copyOf(told);
    }

    /** Waits until what was told fits; fails with what was told when the deadline passes. */
    public synchronized List<Told> await(Predicate<List<Told>> fits, Duration deadline) {
        long endNanos = System.nanoTime() + deadline.toNanos();
        while (!fits.test(told)) {
            long leftMs = (endNanos - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                throw new AssertionError("not told within " + deadline + "; told " + told.size() + " things");
            }
            try {
                wait(leftMs);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
        return List.copyOf(told);
    }

    public synchronized List<Told> about(String symbol) {
        return told.stream()
                .filter(t -> t.symbol().equals(symbol) || t.symbol().equals("*"))
                .toList();
    }
}
