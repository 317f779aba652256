package io.ringside.marketdata.replay;

import io.ringside.marketdata.kraken.KrakenMessage;
import io.ringside.marketdata.kraken.KrakenMessage.BookSnapshot;
import io.ringside.marketdata.kraken.KrakenMessage.BookUpdate;
import io.ringside.marketdata.kraken.KrakenRequest;
import io.ringside.marketdata.replay.ReplayFaults.Fault;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The feed's side of the conversation: subscriptions, the true books, who gets what. One thread, the event loop's. */
final class ReplayStage {
    private static final String SYSTEM_STATUS =
            "{\"connectionID\":1,\"event\":\"systemStatus\",\"status\":\"online\",\"version\":\"1.8.3\"}";

    private final Capture capture;
    private final InstantSource clock;
    private final TrueBooks books;
    private final ReplayFaults faults = new ReplayFaults();
    private final Set<ReplaySession> sessions = new LinkedHashSet<>();
    private long lastAtMicros;
    private boolean silent;

    ReplayStage(Capture capture, InstantSource clock) {
        this.capture = capture;
        this.clock = clock;
        this.books = new TrueBooks(capture.channels());
        this.lastAtMicros = capture.frames().getFirst().atMicros();
    }

    void enter(ReplaySession session) {
        sessions.add(session);
        session.write(SYSTEM_STATUS);
        session.flush();
    }

    void leave(ReplaySession session) {
        sessions.remove(session);
    }

    void disconnectAll() {
        Set.copyOf(sessions).forEach(ReplaySession::disconnect);
    }

    void silence(boolean wanted) {
        silent = wanted;
    }

    void order(String pair, Fault fault) {
        faults.order(pair, fault);
    }

    boolean hasAudience() {
        return sessions.stream().anyMatch(session -> !session.pairs().isEmpty());
    }

    boolean canTakeMore() {
        return sessions.stream().allMatch(ReplaySession::isWritable);
    }

    void request(ReplaySession session, String text) {
        try {
            KrakenRequest request = KrakenRequest.decode(text);
            for (String pair : request.pair()) {
                switch (request.event()) {
                    case "subscribe" -> subscribe(session, pair);
                    case "unsubscribe" -> unsubscribe(session, pair);
                    case "fault" -> faults.order(pair, Fault.named(request.fault()));
                    default -> throw new IOException("unknown event " + request.event());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            session.write("{\"errorMessage\":\"Malformed request\",\"event\":\"error\"}");
        }
        session.flush();
    }

    /** One frame of the recording happens now. */
    void play(CapturedFrame frame) {
        lastAtMicros = frame.atMicros();
        books.apply(frame.message());
        String text = faults.strike(frame, frame.shifted(shiftMicros()));
        if (text != null && !silent) {
            String pair = pairOf(frame.message());
            for (ReplaySession session : sessions) {
                if (pair == null || session.pairs().contains(pair)) {
                    session.write(text);
                }
            }
        }
    }

    void flush() {
        sessions.forEach(ReplaySession::flush);
    }

    private void subscribe(ReplaySession session, String pair) {
        Long channel = capture.channels().get(pair);
        if (channel == null) {
            session.write(status(pair, "error", "\"errorMessage\":\"Currency pair not supported\","));
            return;
        }
        session.pairs().add(pair);
        session.write(status(pair, "subscribed", "\"channelID\":" + channel + ','));
        String snapshot = books.snapshot(pair, shiftMicros());
        if (snapshot != null) {
            session.write(snapshot);
        }
    }

    private void unsubscribe(ReplaySession session, String pair) {
        if (session.pairs().remove(pair)) {
            session.write(status(
                    pair, "unsubscribed", "\"channelID\":" + capture.channels().get(pair) + ','));
        }
    }

    private static String status(String pair, String status, String detail) {
        String name = pair.replaceAll("[^A-Za-z0-9/._-]", "?");
        return "{" + detail + "\"channelName\":\"book-1000\",\"event\":\"subscriptionStatus\",\"pair\":\"" + name
                + "\",\"status\":\"" + status + "\",\"subscription\":{\"depth\":1000,\"name\":\"book\"}}";
    }

    /** From the recording's time to now. */
    private long shiftMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()) - lastAtMicros;
    }

    private static @Nullable String pairOf(KrakenMessage message) {
        return switch (message) {
            case BookSnapshot snapshot -> snapshot.pair();
            case BookUpdate update -> update.pair();
            default -> null;
        };
    }
}
