package io.ringside.benchmarks.gateway;

import io.netty.buffer.ByteBuf;
import io.ringside.benchmarks.wire.Hearing;
import io.ringside.benchmarks.wire.WireClient;
import java.net.InetSocketAddress;
import java.util.BitSet;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A client that comes back on another node when its own sends it away. Touched by the load's event loop only. */
final class Mover implements Hearing {
    /** A node that stops asks its clients to spread themselves over this. */
    private static final int JITTER_MS = 100;

    private final InetSocketAddress other;
    private final BitSet heard = new BitSet();
    private @Nullable WireClient client;
    private long twice;
    private long attempts;
    private long awayNanos;
    private long triedNanos;
    private long backNanos;

    Mover(InetSocketAddress other) {
        this.other = other;
    }

    void is(WireClient own) {
        client = own;
    }

    WireClient client() {
        return Objects.requireNonNull(client);
    }

    @Override
    public void heard(ByteBuf bytes, int from, int length) {
        int number = Payload.number(bytes, from, length);
        if (number < 0) {
            return;
        }
        if (heard.get(number)) {
            twice++;
        }
        heard.set(number);
    }

    @Override
    public void ended() {
        awayNanos = System.nanoTime();
        client().moveTo(other);
        var unused = client().openWithin(JITTER_MS).thenAccept(arrival -> {
            backNanos = System.nanoTime();
            triedNanos = arrival.triedNanos();
            attempts += arrival.attempts();
        });
    }

    /** How long it was away, if it was and is back. */
    OptionalLong gapNanos() {
        return backNanos > 0 ? OptionalLong.of(backNanos - awayNanos) : OptionalLong.empty();
    }

    /** When it knocked at the other node first, if it is back from there. */
    OptionalLong triedNanos() {
        return backNanos > 0 ? OptionalLong.of(triedNanos) : OptionalLong.empty();
    }

    /** Of the messages from 1 up to this number, how many it has not heard. */
    long missing(int last) {
        return last - heard.get(1, last + 1).cardinality();
    }

    /** Handshakes that it took to be back. */
    long attempts() {
        return attempts;
    }

    /** Messages that it has heard again. */
    long twice() {
        return twice;
    }
}
