package io.ringside.marketdata.kraken;

import io.ringside.marketdata.feed.FeedListener;
import io.ringside.marketdata.feed.FeedMetrics;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the client does with a frame, without its connection. */
public final class FramePipeline {
    private final KrakenBooks books;

    public FramePipeline(FeedListener listener, FeedMetrics metrics, Set<String> pairs) {
        books = new KrakenBooks(listener, metrics, request -> {});
        books.follow(pairs, 0);
    }

    public void take(String frame) throws IOException {
        books.accept(KrakenDecoder.decode(frame), 0);
    }

    public static Set<String> pairs(List<String> frames) throws IOException {
        Set<String> pairs = new HashSet<>();
        for (String frame : frames) {
            if (KrakenDecoder.decode(frame) instanceof KrakenMessage.BookSnapshot snapshot) {
                pairs.add(snapshot.pair());
            }
        }
        return pairs;
    }
}
