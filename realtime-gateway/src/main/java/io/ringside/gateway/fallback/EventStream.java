package io.ringside.gateway.fallback;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.ringside.gateway.frame.Form;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.FrameListener;
import io.ringside.gateway.frame.Transport;
import io.ringside.gateway.frame.TransportName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Frames as server-sent events: the body of one response that lasts as long as the session, and its connection no
 * longer. The framework asks for the next chunk once the channel takes more, and flushes each at once.
 */
final class EventStream implements Transport, Publisher<ByteBuf>, Subscription {
    private static final byte[] DATA = utf8("data: ");
    private static final byte[] END = utf8("\n\n");
    private static final byte[] PING = utf8("event: ping\ndata:\n\n");
    private static final byte[] CLOSE = utf8("event: close\ndata: ");

    private final Channel channel;
    /** Last words that the channel does not take yet. */
    private final Queue<ByteBuf> held = new ArrayDeque<>();

    private @Nullable FrameListener listener;
    private @Nullable Subscriber<? super ByteBuf> subscriber;
    private long wanted;
    private boolean handing;
    private boolean finished;
    private volatile long heldBytes;

    /** On the channel that the request came from. */
    EventStream(Channel channel) {
        this.channel = channel;
    }

    /** The listener is told when there is room, and when the connection is gone. On the event loop. */
    void serve(FrameListener whom) {
        listener = whom;
        channel.closeFuture().addListener(closed -> {
            held.forEach(ByteBuf::release);
            held.clear();
            whom.gone();
        });
    }

    @Override
    public TransportName name() {
        return TransportName.SSE;
    }

    @Override
    public Form form() {
        return Form.EVENTS;
    }

    @Override
    public boolean isWritable() {
        return wanted > 0 && !finished;
    }

    @Override
    public long pendingBytes() {
        ChannelOutboundBuffer handedOver = channel.unsafe().outboundBuffer();
        return heldBytes + (handedOver == null ? 0 : handedOver.totalPendingWriteBytes());
    }

    @Override
    public ByteBuf chunk(int bytes) {
        return channel.alloc().directBuffer(bytes);
    }

    @Override
    public void append(Frame frame, ByteBuf chunk) {
        if (frame.isMessage()) {
            chunk.writeBytes(DATA);
            int start = chunk.writerIndex();
            frame.writePayload(chunk);
            keepOnOneLine(chunk, start);
            chunk.writeBytes(END);
        } else if (frame.isClose()) {
            chunk.writeBytes(CLOSE).writeBytes(Parting.of(frame).json()).writeBytes(END);
        } else {
            chunk.writeBytes(PING);
        }
    }

    /** What a function told is passed on as it is; a line break in JSON is a space like any other. */
    private static void keepOnOneLine(ByteBuf chunk, int start) {
        for (int i = start; i < chunk.writerIndex(); i++) {
            byte octet = chunk.getByte(i);
            if (octet == '\n' || octet == '\r') {
                chunk.setByte(i, ' ');
            }
        }
    }

    @Override
    public void write(ByteBuf chunk) {
        held.add(chunk);
        handOver();
    }

    @Override
    public void flush() {
        // The framework flushes what it is handed.
    }

    /** The response ends with its last chunk, and the connection with it: there is nothing for the peer to answer. */
    @Override
    public void finish(ByteBuf last, boolean end) {
        finished = true;
        write(last);
    }

    @Override
    public void close() {
        var unused = channel.close();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuf> whom) {
        subscriber = whom;
        whom.onSubscribe(this);
        // The framework flushes the head of the answer with the first chunk, which may be long in coming.
        channel.flush();
    }

    @Override
    public void request(long more) {
        wanted = wanted + more < 0 ? Long.MAX_VALUE : wanted + more;
        if (!handing) {
            handOver();
            if (listener != null && isWritable()) {
                listener.writable();
            }
        }
    }

    @Override
    public void cancel() {
        close();
    }

    private void handOver() {
        Subscriber<? super ByteBuf> to = subscriber;
        while (to != null && wanted > 0 && !held.isEmpty()) {
            wanted--;
            handing = true;
            to.onNext(held.remove());
            handing = false;
        }
        heldBytes = held.stream().mapToLong(ByteBuf::readableBytes).sum();
        if (to != null && finished && held.isEmpty()) {
            subscriber = null;
            to.onComplete();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
