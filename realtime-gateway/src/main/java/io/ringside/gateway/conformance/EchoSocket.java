package io.ringside.gateway.conformance;

import io.ringside.gateway.frame.Deliveries;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.FrameListener;
import io.ringside.gateway.frame.Inbound;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.frame.Transport;
import org.jspecify.annotations.Nullable;

/** Sends back what it hears. Touched by its event loop only. */
final class EchoSocket implements FrameListener {
    private static final int NO_CODE = 1005;
    private static final int OVERLOAD = 1013;

    private final Transport transport;
    private final Loop loop;
    private final Outbound outbound;
    private final Runnable tick = this::tick;
    private @Nullable Inbound inbound;
    private boolean closing;

    EchoSocket(Transport transport, Loop loop, Deliveries deliveries, int queueBytesMax) {
        this.transport = transport;
        this.loop = loop;
        outbound = new Outbound(transport, loop, deliveries, queueBytesMax, () -> violated(OVERLOAD));
    }

    Outbound outbound() {
        return outbound;
    }

    void open(Inbound way) {
        inbound = way;
        loop.everySecond(tick);
    }

    @Override
    public void alive() {}

    @Override
    public void message(byte[] text) {
        outbound.offer(Frame.text(text));
    }

    @Override
    public void binary(byte[] bytes) {
        outbound.offer(Frame.binary(bytes));
    }

    @Override
    public void violated(int closeCode) {
        end(Frame.close(closeCode, ""));
    }

    @Override
    public void flooded(long owedMs) {}

    @Override
    public void closing(int closeCode) {
        if (closing) {
            transport.close();
        } else {
            end(closeCode == NO_CODE ? Frame.closeWithoutCode() : Frame.close(closeCode, ""));
        }
    }

    @Override
    public void writable() {
        outbound.flush();
    }

    @Override
    public void gone() {
        closing = true;
        loop.forget(tick);
    }

    private void end(Frame last) {
        if (!closing) {
            closing = true;
            if (inbound != null) {
                inbound.stopListening();
            }
            outbound.finish(false, true, last);
        }
    }

    private void tick() {
        if (inbound != null) {
            inbound.tick();
        }
    }
}
