package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client, light enough to have fifteen thousand on one event loop. It tries again when the server is busy, as a
 * client has to; once it was in it does not come back by itself, but says that it is out.
 */
public final class WireClient {
    private static final int RETRY_MS = 1_000;

    private final EventLoop loop;
    private final SocketAddress source;
    private final Dialect dialect;
    private final Hearing hearing;
    private final SplittableRandom random;

    // Touched by the loop's own thread only.
    private InetSocketAddress server;
    private Coming coming = new Coming(0);
    private @Nullable Channel channel;
    private boolean wanted;

    /** @param random says how long it waits before it tries again, on top of what the server wants */
    WireClient(
            EventLoop loop,
            InetSocketAddress server,
            SocketAddress source,
            Dialect dialect,
            Hearing hearing,
            SplittableRandom random) {
        this.loop = loop;
        this.server = server;
        this.source = source;
        this.dialect = dialect;
        this.hearing = hearing;
        this.random = random;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Comes in, and has heard so many messages that it missed. */
    public CompletableFuture<Arrival> open(int missed) {
        return begin(new Coming(missed), 0);
    }

    /** Comes in again within so many milliseconds, as a server asks whose clients shall not come at once. */
    public CompletableFuture<Arrival> openWithin(int ms) {
        return begin(new Coming(0), ms);
    }

    /** Comes in there from now on. */
    public void moveTo(InetSocketAddress other) {
        loop.execute(() -> server = other);
    }

    public void send(String text) {
        loop.execute(() -> write(text));
    }

    /** Stops reading: what the server sends stays with it once the kernel's buffers are full. */
    public void stall() {
        loop.execute(() -> {
            if (channel != null) {
                channel.config().setAutoRead(false);
            }
        });
    }

    /** Goes without a word. */
    public void drop() {
        loop.execute(() -> {
            wanted = false;
            if (channel != null) {
                channel.close();
                channel = null;
            }
        });
    }

    private CompletableFuture<Arrival> begin(Coming begun, int withinMs) {
        Runnable first = () -> {
            coming = begun;
            wanted = true;
            connect();
        };
        loop.execute(() -> loop.schedule(first, random.nextInt(1 + withinMs), TimeUnit.MILLISECONDS));
        return begun.arrival();
    }

    private void connect() {
        if (!wanted) {
            return;
        }
        coming.attempts();
        Dial.from(source, server, loop, new WireReader(new Conversation())).addListener(connected -> {
            if (!connected.isSuccess()) {
                again(String.valueOf(connected.cause()), true, 0);
            }
        });
    }

    private void again(String why, boolean retry, int afterSeconds) {
        channel = null;
        if (!wanted) {
            return;
        }
        if (retry && coming.mayTry()) {
            int wait = afterSeconds * RETRY_MS + random.nextInt(RETRY_MS);
            loop.schedule(this::connect, wait, TimeUnit.MILLISECONDS);
        } else {
            wanted = false;
            if (coming.isThere()) {
                hearing.ended();
            } else {
                coming.fails(why);
            }
        }
    }

    private void write(String text) {
        Channel open = channel;
        if (open != null) {
            open.writeAndFlush(Frames.text(open.alloc(), text), open.voidPromise());
        }
    }

    /** What one connection brings. */
    private final class Conversation implements WireReader.Events, Dialect.Talk {
        private @Nullable Channel own;
        private boolean over;

        @Override
        public void active(Channel fresh) {
            own = fresh;
            channel = fresh;
            fresh.writeAndFlush(Handshake.request(fresh.alloc(), server, dialect));
        }

        @Override
        public void answered(Handshake.Answer answer) {
            if (answer.upgraded()) {
                dialect.opened(this);
            } else {
                end("handshake answered " + answer.status(), answer.busy(), answer.retryAfterSeconds());
            }
        }

        @Override
        public void text(ByteBuf bytes, int from, int length) {
            dialect.text(bytes, from, length, this);
        }

        @Override
        public void closed(String why) {
            end(why, true, 0);
        }

        @Override
        public void send(String text) {
            write(text);
        }

        @Override
        public void welcomed() {
            coming.welcomed();
        }

        @Override
        public void message(ByteBuf bytes, int from, int length) {
            hearing.heard(bytes, from, length);
            coming.heard();
        }

        @Override
        public void refused(String why, boolean retry) {
            end(why, retry, 0);
        }

        private void end(String why, boolean retry, int afterSeconds) {
            if (!over && own == channel) {
                over = true;
                if (own != null) {
                    own.close();
                }
                again(why, retry, afterSeconds);
            }
        }
    }
}
