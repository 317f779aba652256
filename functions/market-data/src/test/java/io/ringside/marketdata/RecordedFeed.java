package io.ringside.marketdata;

import io.ringside.marketdata.feed.FeedListener;
import io.ringside.marketdata.feed.TopOfBook;
import java.util.ArrayList;
import java.util.List;

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

    public synchronized List<Told> about(String symbol) {
        return told.stream()
                .filter(t -> t.symbol().equals(symbol) || t.symbol().equals("*"))
                .toList();
    }
}
