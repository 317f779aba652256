package io.ringside.faults.alert;

import io.netty.channel.EventLoop;
import io.ringside.benchmarks.trader.Continuity;
import io.ringside.benchmarks.trader.Inbound;
import io.ringside.benchmarks.trader.Position;
import io.ringside.benchmarks.trader.SignedIn;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows the channel by number: takes what follows, asks for what is missing, reads the state after a gap. */
final class AlertFeed {
    /** Without an answer for so long the state is asked for again. */
    private static final long AGAIN_MS = 5_000;

    private final SignedIn user;
    private final EventLoop loop;
    private final List<Heard> life;
    private final Screen screen;
    /** Asks the gateway for what follows on this position. */
    private final Consumer<@Nullable Position> resync;

    private final Continuity continuity = new Continuity();
    private long target;
    private long stateAskedAt;
    private boolean resyncing;

    AlertFeed(SignedIn user, EventLoop loop, List<Heard> life, Screen screen, Consumer<@Nullable Position> resync) {
        this.user = user;
        this.loop = loop;
        this.life = life;
        this.screen = screen;
        this.resync = resync;
    }

    @Nullable
    Position position() {
        return continuity.position();
    }

    /** Whether it has what there was when it was restored last. */
    boolean isThere() {
        Position now = continuity.position();
        return now != null && now.sequence() >= target && !resyncing && !screen.isReading();
    }

    void restored(Inbound.@Nullable Subscribed how) {
        if (how == null) {
            return;
        }
        resyncing = false;
        continuity.restored(how);
        target = how.position() == null ? 0 : how.position().sequence();
        boolean gap = how.mode().equals("gap");
        Position now = continuity.position();
        life.add(new Heard.Restored(gap, now == null ? 0 : now.sequence()));
        if (gap) {
            screen.gap();
            readState();
        }
    }

    /** Whether the push is the next one. */
    boolean takes(Inbound.Push push) {
        Long sequence = push.sequence();
        if (sequence == null || !push.channel().equals(AlertText.CHANNEL)) {
            return false;
        }
        long previous = push.previous() == null ? 0 : push.previous();
        Continuity.Judgement judgement = continuity.judge(sequence, previous);
        if (judgement == Continuity.Judgement.ACCEPT) {
            life.add(new Heard.Taken(sequence, previous));
        } else if (judgement == Continuity.Judgement.GAP) {
            life.add(new Heard.Missed(sequence, previous));
            if (!resyncing) {
                resyncing = true;
                resync.accept(continuity.position());
            }
        }
        return judgement == Continuity.Judgement.ACCEPT;
    }

    void lost() {
        resyncing = false;
    }

    /** Asks again for what was not answered. */
    void tick() {
        if (screen.isReading() && System.nanoTime() - stateAskedAt > TimeUnit.MILLISECONDS.toNanos(AGAIN_MS)) {
            readState();
        }
    }

    private void readState() {
        long asked = System.nanoTime();
        stateAskedAt = asked;
        AlertPages.of(user, false)
                .whenCompleteAsync(
                        (ids, failure) -> {
                            // Of two answers the one that was asked for last: an earlier one may lack what is newer.
                            if (failure == null && asked == stateAskedAt && screen.isReading()) {
                                screen.state(ids);
                            }
                        },
                        loop);
    }
}
