package io.ringside.gateway.transport;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.journey.GatewayUnderTest;
import java.io.IOException;

/** Server-sent events down, requests up. */
final class EventStreamTransport implements ClientTransport {
    private static final int NARROW_BYTES = 16 * 1024;

    private final RawStream stream;
    private final LiveCalls calls;
    private final Hearing hearing = new Hearing();
    private volatile boolean silent;

    private EventStreamTransport(RawStream stream, int port) {
        this.stream = stream;
        calls = new LiveCalls(port, stream.header("Ringside-Session"));
    }

    static ClientTransport open(int port, Opening opening) {
        try {
            RawStream stream =
                    RawStream.open(port, opening.narrow() ? NARROW_BYTES : 0, LiveCalls.beginning(opening), "");
            EventStreamTransport transport = new EventStreamTransport(stream, port);
            if (stream.status() == 200) {
                stream.waitForever();
                Thread.startVirtualThread(transport::read);
            } else {
                String retryAfter = stream.header("Retry-After");
                transport.hearing.add(
                        new Heard.Refusal(stream.status(), retryAfter.isEmpty() ? null : retryAfter, stream.body()));
                stream.close();
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
                String line = stream.line();
                String event = line.startsWith("event: ") ? line.substring("event: ".length()) : "message";
                String data = event.equals("message") ? line : stream.line();
                if (!stream.line().isEmpty() || !data.startsWith("data:")) {
                    throw new IllegalStateException("no event: " + line);
                }
                hearing.awaitReading();
                hear(event, data.substring("data:".length()).strip());
            }
        } catch (IOException e) {
            hearing.add(new Heard.End());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String event, String data) {
        switch (event) {
            case "message" -> hearing.add(new Heard.Message(data));
            case "ping" -> {
                if (!silent) {
                    send(LiveCalls.NOTHING);
                }
                hearing.add(new Heard.Ping());
            }
            case "close" -> {
                JsonNode said = GatewayUnderTest.json(data);
                hearing.add(new Heard.Close(
                        said.get("code").getIntValue(), said.get("reason").getStringValue()));
            }
            default -> throw new IllegalStateException("nobody knows event " + event);
        }
    }

    @Override
    public void send(byte[] message) {
        var unused = calls.send(message);
    }

    @Override
    public void awaitTaken() {
        calls.awaitTaken();
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    @Override
    public String version() {
        return stream.header("Ringside-Protocol");
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
        try {
            stream.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        calls.leave();
    }
}
