package io.ringside.gateway.transport;

import io.ringside.gateway.journey.AnswerHead;
import io.ringside.gateway.journey.RawSocket;
import io.ringside.testkit.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A WebSocket. */
final class WebSocketTransport implements ClientTransport {
    private static final byte[] NORMAL = {0x03, (byte) 0xe8};

    private final RawSocket socket;
    private final String version;
    private final Hearing hearing = new Hearing();
    private final Semaphore pongs = new Semaphore(0);
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private volatile boolean silent;
    private volatile boolean leaving;
    private volatile boolean ended;

    private WebSocketTransport(RawSocket socket, String version) {
        this.socket = socket;
        this.version = version;
    }

    static ClientTransport open(int port, Opening opening) {
        try {
            RawSocket socket = opening.narrow() ? RawSocket.reachNarrowly(port) : RawSocket.reach(port);
            String origin = opening.origin() == null ? "" : "Origin: " + opening.origin() + "\r\n";
            AnswerHead answer = socket.shakeHands(
                    "/ws", port, "Sec-WebSocket-Protocol: " + String.join(", ", opening.versions()) + "\r\n" + origin);
            WebSocketTransport transport = new WebSocketTransport(socket, answer.header("Sec-WebSocket-Protocol"));
            if (answer.status() == 101) {
                Thread.startVirtualThread(transport::read);
            } else {
                String retryAfter = answer.header("Retry-After");
                transport.hearing.add(new Heard.Refusal(
                        answer.status(), retryAfter.isEmpty() ? null : retryAfter, socket.body(answer)));
                transport.end();
            }
            return transport;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            while (true) {
                hearing.awaitReading();
                RawSocket.Arrived frame = socket.next();
                hearing.awaitReading();
                hear(frame);
            }
        } catch (IOException e) {
            hearing.add(new Heard.End());
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(RawSocket.Arrived frame) {
        switch (frame.opcode()) {
            case RawSocket.TEXT -> hearing.add(new Heard.Message(frame.text()));
            case RawSocket.PING -> {
                if (!silent) {
                    write(RawSocket.PONG, frame.payload());
                }
                hearing.add(new Heard.Ping());
            }
            case RawSocket.PONG -> pongs.release();
            case RawSocket.CLOSE -> {
                byte[] said = frame.payload();
                String reason = new String(said, 2, said.length - 2, StandardCharsets.UTF_8);
                hearing.add(new Heard.Close(frame.closeCode(), reason));
                if (!leaving) {
                    write(RawSocket.CLOSE, Arrays.copyOf(said, 2));
                }
            }
            default -> throw new IllegalStateException("not expected: " + frame);
        }
    }

    private void write(int opcode, byte[] payload) {
        if (!ended) {
            writer.execute(() -> {
                try {
                    socket.send(true, opcode, payload);
                } catch (IOException e) {
                    // it has ended: whoever reads finds out
                }
            });
        }
    }

    @Override
    public void send(byte[] message) {
        write(RawSocket.TEXT, message);
    }

    @Override
    public void awaitTaken() {
        write(RawSocket.PING, new byte[0]);
        try {
            if (!pongs.tryAcquire(Eventually.DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("no pong");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void fallSilent() {
        silent = true;
    }

    @Override
    public void readOn() {
        silent = false;
        hearing.reads(true);
    }

    @Override
    public void abort() {
        end();
    }

    private void end() {
        ended = true;
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        leaving = true;
        write(RawSocket.CLOSE, NORMAL);
    }
}
