package io.ringside.gateway.fallback;

import io.ringside.gateway.frame.FrameListener;
import io.ringside.gateway.frame.Inbound;
import io.ringside.gateway.frame.InboundBudget;
import io.ringside.gateway.frame.MessageLimits;
import io.ringside.gateway.json.Utf8;
import io.ringside.gateway.limit.TokenBucket;
import io.ringside.gateway.protocol.CloseCode;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a client posts, in the order in which it comes. Past the limit in bytes the client is told, and the answer of
 * that request and all that come after it wait until it is paid for. Touched by the session's event loop only.
 */
final class Posts implements Inbound {
    /** Requests that may wait; a client that keeps the protocol has one under way. */
    static final int WAITING_MAX = 16;

    private final FrameListener listener;
    private final InstantSource clock;
    private final TokenBucket bucket;
    private final Queue<Post> waiting = new ArrayDeque<>();
    private @Nullable Post unpaid;
    private boolean deaf;

    private record Post(int bytes, List<byte[]> messages, CompletableFuture<Void> taken) {}

    Posts(FrameListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
        bucket = InboundBudget.bucket(clock.millis());
    }

    /**
     * Takes the messages of one request.
     *
     * @param bytes of all of them as they came
     * @return done when they are taken and paid for
     */
    CompletableFuture<Void> take(int bytes, List<byte[]> messages) {
        Post post = new Post(bytes, messages, new CompletableFuture<>());
        if (unpaid == null || deaf) {
            hear(post);
        } else if (waiting.size() == WAITING_MAX) {
            listener.violated(CloseCode.RATE_LIMITED.code());
            hear(post);
        } else {
            waiting.add(post);
        }
        return post.taken;
    }

    @Override
    public void stopListening() {
        deaf = true;
        if (unpaid != null) {
            unpaid.taken.complete(null);
            unpaid = null;
        }
        waiting.forEach(post -> post.taken.complete(null));
        waiting.clear();
    }

    @Override
    public void tick() {
        if (unpaid != null && bucket.spend(0, clock.millis()) == 0) {
            unpaid.taken.complete(null);
            unpaid = null;
            while (unpaid == null && !waiting.isEmpty()) {
                hear(waiting.remove());
            }
        }
    }

    private void hear(Post post) {
        listener.alive();
        long owedMs = deaf ? 0 : bucket.spend(post.bytes, clock.millis());
        if (owedMs > 0) {
            unpaid = post;
            listener.flooded(owedMs);
        }
        for (byte[] message : post.messages) {
            deliver(message);
        }
        if (unpaid != post) {
            post.taken.complete(null);
        }
    }

    private void deliver(byte[] message) {
        if (deaf) {
            return;
        }
        if (message.length > MessageLimits.PROTOCOL.bytesMax()) {
            listener.violated(CloseCode.TOO_BIG.code());
        } else if (!Utf8.isValid(message)) {
            listener.violated(CloseCode.INVALID_UTF8.code());
        } else {
            listener.message(message);
        }
    }
}
