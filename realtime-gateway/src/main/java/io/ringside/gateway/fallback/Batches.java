package io.ringside.gateway.fallback;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.ringside.gateway.frame.Form;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.FrameListener;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.Transport;
import io.ringside.gateway.frame.TransportName;
import io.ringside.gateway.protocol.CloseCode;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Frames as batches, each the answer of a poll that waits for one. Nothing is taken while none waits: meanwhile it
 * stays in the session's queue and slots, so that a client that polls seldom gets the latest values and no backlog.
 */
final class Batches implements Transport {
    /** Bytes of a batch to which nothing more is added. */
    static final int BATCH_BYTES = 64 * 1024;
    /** How long a poll waits for something to tell. */
    static final Duration HOLD = Duration.ofSeconds(20);

    private final Loop loop;
    private final InstantSource clock;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

    private @Nullable FrameListener listener;
    private @Nullable Runnable whenOver;
    private @Nullable Parting parting;
    private boolean asked;
    private boolean finished;
    private Batch last = Batch.nothingAfter(0);
    private @Nullable CompletableFuture<Optional<Batch>> waiting;
    private long waitsUntil;
    private volatile int pendingBytes;

    /** Of a session of this loop. */
    Batches(Loop loop, InstantSource clock) {
        this.loop = loop;
        this.clock = clock;
    }

    /** The listener is told when a poll waits, and when the session is over; then this is run. */
    void serve(FrameListener whom, Runnable over) {
        listener = whom;
        whenOver = over;
    }

    /**
     * What comes after the batch of this number, once there is something; the last one again if its answer was lost.
     * On the loop's thread.
     *
     * @return empty if the session ended meanwhile and left nothing to say
     */
    CompletableFuture<Optional<Batch>> poll(long after) {
        FrameListener session = listener;
        if (session == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        session.alive();
        if (last.number() > 0 && after == last.number() - 1) {
            return CompletableFuture.completedFuture(Optional.of(last));
        }
        answer(Batch.nothingAfter(last.number()));
        CompletableFuture<Optional<Batch>> poll = new CompletableFuture<>();
        waiting = poll;
        waitsUntil = clock.millis() + HOLD.toMillis();
        if (after == last.number()) {
            session.writable();
        } else {
            session.violated(CloseCode.PROTOCOL_ERROR.code());
        }
        // what was said when it closed may wait already
        flush();
        return poll;
    }

    /** Some time has passed. On the loop's thread. */
    void tick() {
        if (clock.millis() >= waitsUntil) {
            answer(Batch.nothingAfter(last.number()));
        }
    }

    @Override
    public TransportName name() {
        return TransportName.POLL;
    }

    @Override
    public Form form() {
        return Form.LIST;
    }

    @Override
    public boolean isWritable() {
        return waiting != null && !finished && gathered.size() < BATCH_BYTES;
    }

    @Override
    public long pendingBytes() {
        return pendingBytes;
    }

    @Override
    public ByteBuf chunk(int bytes) {
        return Unpooled.buffer(bytes);
    }

    @Override
    public void append(Frame frame, ByteBuf chunk) {
        if (frame.isMessage()) {
            frame.writePayload(chunk);
            chunk.writeByte(',');
        } else if (frame.isClose()) {
            parting = Parting.of(frame);
        } else {
            asked = true;
        }
    }

    @Override
    public void write(ByteBuf chunk) {
        gathered.write(chunk.array(), chunk.arrayOffset() + chunk.readerIndex(), chunk.readableBytes());
        chunk.release();
        pendingBytes = gathered.size();
    }

    /** Answers the poll that waits, if there is something to tell, or if its client is asked for a sign of life. */
    @Override
    public void flush() {
        if (waiting == null) {
            return;
        }
        if (gathered.size() > 0 || parting != null) {
            last = new Batch(last.number() + 1, take(), parting);
            answer(last);
            if (parting != null) {
                end();
            }
        } else if (asked) {
            answer(Batch.nothingAfter(last.number()));
        }
        asked = false;
    }

    @Override
    public void finish(ByteBuf chunk, boolean end) {
        write(chunk);
        finished = true;
        flush();
    }

    @Override
    public void close() {
        loop.run(this::end);
    }

    private void end() {
        FrameListener session = listener;
        Runnable over = whenOver;
        if (session != null && over != null) {
            listener = null;
            finished = true;
            if (waiting != null) {
                waiting.complete(Optional.empty());
                waiting = null;
            }
            session.gone();
            over.run();
        }
    }

    private void answer(Batch batch) {
        CompletableFuture<Optional<Batch>> poll = waiting;
        if (poll != null) {
            waiting = null;
            poll.complete(Optional.of(batch));
        }
    }

    /** Without the comma behind the last one. */
    private byte[] take() {
        byte[] messages = gathered.toByteArray();
        gathered.reset();
        pendingBytes = 0;
        return messages.length == 0 ? messages : Arrays.copyOf(messages, messages.length - 1);
    }
}
