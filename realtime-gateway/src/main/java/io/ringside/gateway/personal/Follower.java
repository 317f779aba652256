package io.ringside.gateway.personal;

import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.protocol.Subscribed;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One socket on a personal channel. While it is behind it takes its pushes from the node's history, as fast as it
 * reads; once it has caught up they are queued as they come. Guarded by the channel's lock.
 */
public final class Follower {
    private final Outbound outbound;
    private final @Nullable Position position;
    // Null once it was called: it knows the request, ticket and all, and a socket may be there for days.
    private @Nullable BiConsumer<Subscribed, Runnable> whenAnswered;
    private final Consumer<Trouble> whenLost;
    private long cursor;
    private int breaks;
    private boolean caughtUp;
    // Not guarded: the place may be given up before there is a channel that could have it.
    private volatile boolean left;

    /** Why a follower gets no further. */
    public enum Trouble {
        /** The stream cannot be read now. */
        UNAVAILABLE,
        /** It fell behind what can be replayed, or the stream is another one. */
        RESYNC
    }

    /**
     * A socket that stands at a position.
     *
     * @param whenAnswered called once, with what starts the pushes; until that is run none is queued
     */
    public Follower(
            Outbound outbound,
            @Nullable Position position,
            BiConsumer<Subscribed, Runnable> whenAnswered,
            Consumer<Trouble> whenLost) {
        this.outbound = outbound;
        this.position = position;
        this.whenAnswered = whenAnswered;
        this.whenLost = whenLost;
    }

    @Nullable
    Position position() {
        return position;
    }

    boolean answered() {
        return whenAnswered == null;
    }

    /** The place is given up: whoever is about to take this follower in does not. */
    void leave() {
        left = true;
    }

    boolean left() {
        return left;
    }

    /** Answers from a history that covers the position. */
    Subscribed answer(History history, String epoch, Runnable pump) {
        BiConsumer<Subscribed, Runnable> then = Objects.requireNonNull(whenAnswered, "answered once");
        whenAnswered = null;
        cursor = history.startOf(position, epoch);
        breaks = history.breaks();
        Subscribed how = history.answer(position, epoch);
        then.accept(how, pump);
        return how;
    }

    /** Queues what the socket takes now; the rest follows when it has drained. */
    void pump(History history, Runnable pump) {
        if (!answered() || caughtUp) {
            return;
        }
        if (history.breaks() != breaks || !history.reaches(cursor)) {
            lost(Trouble.RESYNC);
            return;
        }
        while (outbound.waitingBytes() < Outbound.DRAINED_BYTES) {
            Push next = history.after(cursor);
            if (next == null) {
                caughtUp = true;
                return;
            }
            cursor = next.sequence();
            outbound.offer(next.frame());
        }
        outbound.whenDrained(pump);
    }

    /** A live push: queued if the socket is up to it, else the history keeps it. */
    void live(Push push) {
        if (caughtUp && push.sequence() > cursor) {
            cursor = push.sequence();
            outbound.offer(push.frame());
        }
    }

    void lost(Trouble trouble) {
        if (!left) {
            whenLost.accept(trouble);
        }
    }
}
