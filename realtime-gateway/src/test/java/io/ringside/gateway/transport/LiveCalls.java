package io.ringside.gateway.transport;

import io.ringside.gateway.documents.HttpAnswers;
import io.ringside.testkit.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The requests of one client, one after the other, for a session that HTTP carries. */
public final class LiveCalls {
    /** A request that says no more than that its client is there. */
    static final byte[] NOTHING = new byte[0];

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String key;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    /** With this key. */
    public LiveCalls(int port, String key) {
        this.port = port;
        this.key = key;
    }

    /** The header lines by which a session begins. */
    static String beginning(Opening opening) {
        String origin = opening.origin() == null ? "" : "Origin: " + opening.origin() + "\r\n";
        return "Ringside-Protocol: " + String.join(", ", opening.versions()) + "\r\n" + origin;
    }

    /** What names the session. */
    public String key() {
        return key;
    }

    /** Sends behind whatever was sent before, without waiting. */
    Future<Integer> send(byte[] messages) {
        return writer.submit(() -> post("/live/send", messages).statusCode());
    }

    /** Waits until the gateway has taken whatever was sent. */
    void awaitTaken() {
        try {
            send(NOTHING).get(Eventually.DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Closes behind whatever was sent before, without waiting. */
    void leave() {
        var unused = writer.submit(this::delete);
    }

    /** What becomes of a request with this body. */
    public HttpResponse<String> post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return call(path, "POST", body);
    }

    /** What becomes of a close. */
    public HttpResponse<String> delete() {
        return call("/live", "DELETE", null);
    }

    private HttpResponse<String> call(String path, String method, byte @Nullable [] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Eventually.DEADLINE)
                .header("Ringside-Session", key)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return call(request);
    }

    static HttpResponse<String> call(HttpRequest request) {
        return HttpAnswers.to(request, HTTP);
    }
}
