package io.ringside.gateway.transport;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.Wire;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.testkit.Eventually;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Requests that wait for what is told, and requests up. */
final class PollingTransport implements ClientTransport {
    private final LiveCalls calls;
    private final String version;
    private final Hearing hearing = new Hearing();
    private volatile boolean abandoned;

    private PollingTransport(LiveCalls calls, String version) {
        this.calls = calls;
        this.version = version;
    }

    static ClientTransport open(int port, Opening opening) {
        HttpRequest.Builder beginning = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live/poll"))
                .timeout(Eventually.DEADLINE)
                .header("Ringside-Protocol", String.join(", ", opening.versions()))
                .POST(HttpRequest.BodyPublishers.noBody());
        if (opening.origin() != null) {
            beginning.header("Origin", opening.origin());
        }
        HttpResponse<String> answer = LiveCalls.call(beginning.build());
        PollingTransport transport = new PollingTransport(
                new LiveCalls(port, header(answer, "Ringside-Session")), header(answer, "Ringside-Protocol"));
        if (answer.statusCode() == 200) {
            int number = transport.hear(GatewayUnderTest.json(answer.body()));
            Thread.startVirtualThread(() -> transport.poll(number));
        } else {
            transport.hearing.add(new Heard.Refusal(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(null),
                    answer.body()));
        }
        return transport;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private void poll(int first) {
        int number = first;
        try {
            while (!abandoned) {
                hearing.awaitReading();
                HttpResponse<String> answer = calls.post("/live/poll/next", "{\"after\":" + number + '}');
                if (answer.statusCode() != 200) {
                    break;
                }
                JsonNode batch = GatewayUnderTest.json(answer.body());
                if (batch.get("messages").size() == 0 && batch.get("close") == null) {
                    hearing.add(new Heard.Ping());
                }
                number = hear(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hearing.add(new Heard.End());
    }

    private int hear(JsonNode batch) {
        for (JsonNode message : batch.get("messages").values()) {
            hearing.add(new Heard.Message(new String(Wire.encode(message), StandardCharsets.UTF_8)));
        }
        JsonNode close = batch.get("close");
        if (close != null) {
            abandoned = true;
            hearing.add(new Heard.Close(
                    close.get("code").getIntValue(), close.get("reason").getStringValue()));
        }
        return batch.get("number").getIntValue();
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
        return version;
    }

    /** Whoever polls gives a sign of life: it is the same as to read nothing. */
    @Override
    public void fallSilent() {
        hearing.reads(false);
    }

    @Override
    public void readOn() {
        hearing.reads(true);
    }

    /** Polls no more. */
    @Override
    public void abort() {
        abandoned = true;
    }

    @Override
    public void close() {
        calls.leave();
    }
}
