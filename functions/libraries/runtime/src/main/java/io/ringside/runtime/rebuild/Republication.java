package io.ringside.runtime.rebuild;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.StreamInfo;
import io.ringside.runtime.nats.EventToPublish;
import io.ringside.runtime.nats.OrderedPublisher;
import io.ringside.runtime.rebuild.StreamContents.Stored;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Makes a stream hold every remembered event, in order. What stands in it in order already is left: so a rebuild that
 * was interrupted goes on where it stopped, and doing it twice is doing it once.
 */
final class Republication {
    /** Events handed to the publisher at once. */
    private static final int CHUNK_EVENTS = 500;

    private final Connection nats;
    private final String stream;
    private final RememberedEvents events;
    private final Consumer<String> progress;

    Republication(Connection nats, String stream, RememberedEvents events, Consumer<String> progress) {
        this.nats = nats;
        this.stream = stream;
        this.events = events;
        this.progress = progress;
    }

    /**
     * How a stream compares with what is remembered of it.
     *
     * @param remembered events that it should hold
     * @param inPlace events from the first on that it holds in order
     * @param misplaced sequences of remembered events that stand behind these, where they must not
     */
    record Comparison(long remembered, long inPlace, List<Long> misplaced) {
        boolean complete() {
            return misplaced.isEmpty() && inPlace == remembered;
        }

        @Override
        public String toString() {
            return "of %d remembered events %d are in order in it, %d are to be published, %d to be removed before"
                    .formatted(remembered, inPlace, remembered - inPlace, misplaced.size());
        }
    }

    /** Reads both through, side by side. */
    Comparison compare() throws Exception {
        try (StreamContents contents = StreamContents.open(nats, info(), events)) {
            SideBySide both = new SideBySide(contents);
            events.forEach(both);
            List<Long> misplaced = new ArrayList<>();
            for (Stored rest = contents.next(); rest != null; rest = contents.next()) {
                misplaced.add(rest.sequence());
            }
            return new Comparison(both.remembered, both.inPlace, misplaced);
        }
    }

    /** Publishes what is missing, and returns how the stream was found. */
    Comparison bringBack(OrderedPublisher publisher) throws Exception {
        Comparison found = compare();
        if (!found.complete()) {
            remove(found.misplaced());
            publishAfter(found.inPlace(), publisher);
            Comparison now = compare();
            if (!now.complete()) {
                throw new RebuildRefused("somebody else publishes to " + stream + " (" + now
                        + "): stop every function and run this again");
            }
        }
        return found;
    }

    private void remove(List<Long> sequences) throws IOException, JetStreamApiException {
        if (sequences.isEmpty()) {
            return;
        }
        for (long sequence : sequences) {
            nats.jetStreamManagement().deleteMessage(stream, sequence, false);
        }
        Duration window = info().getConfiguration().getDuplicateWindow();
        progress.accept("%d events removed; waiting %d s until the server has forgotten their ids"
                .formatted(sequences.size(), window.toSeconds()));
        long end = System.nanoTime() + window.toNanos();
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private void publishAfter(long inPlace, OrderedPublisher publisher) throws Exception {
        List<EventToPublish> chunk = new ArrayList<>();
        long[] seen = {0};
        events.forEach(event -> {
            if (seen[0]++ >= inPlace) {
                chunk.add(event);
            }
            if (chunk.size() == CHUNK_EVENTS) {
                publisher.publish(chunk, false, count -> {});
                progress.accept(seen[0] + " events published");
                chunk.clear();
            }
        });
        publisher.publish(chunk, false, count -> {});
    }

    private StreamInfo info() throws IOException, JetStreamApiException {
        return nats.jetStreamManagement().getStreamInfo(stream);
    }

    /** Goes through the stream as long as it holds what should be there. */
    private static final class SideBySide implements RememberedEvents.Receiver {
        private final StreamContents contents;
        private long remembered;
        private long inPlace;

        SideBySide(StreamContents contents) {
            this.contents = contents;
        }

        @Override
        public void take(EventToPublish event) throws Exception {
            Stored stored = inPlace == remembered ? contents.peek() : null;
            remembered++;
            if (stored != null && stored.eventId().equals(event.eventId())) {
                contents.next();
                inPlace++;
            }
        }
    }
}
