package io.ringside.marketdata.kraken;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One WebSocket to the feed: whole text messages in order, until it ends with a reason. */
final class KrakenConnection implements WebSocket.Listener {
    private static final int MESSAGE_CHARACTERS_MAX = 4 * 1024 * 1024;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final BiConsumer<KrakenConnection, String> messages;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private CompletableFuture<WebSocket> lastSent = opened;

    private KrakenConnection(BiConsumer<KrakenConnection, String> messages) {
        this.messages = messages;
    }

    /**
     * @throws IOException when the feed cannot be reached
     */
    static KrakenConnection open(HttpClient client, URI address, BiConsumer<KrakenConnection, String> messages)
            throws IOException, InterruptedException {
        KrakenConnection connection = new KrakenConnection(messages);
        CompletableFuture<WebSocket> opening =
                client.newWebSocketBuilder().connectTimeout(CONNECT_TIMEOUT).buildAsync(address, connection);
        try {
            opening.get(2 * CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(ConnectionFailure.inWords(e), e);
        } catch (TimeoutException e) {
            opening.cancel(true);
            throw new IOException("no answer to the handshake", e);
        }
        return connection;
    }

    /** Sends after all that was given before; a failure ends the connection. */
    synchronized void send(String text) {
        lastSent = lastSent.thenCompose(socket -> socket.sendText(text, true));
        lastSent.whenComplete((socket, failure) -> {
            if (failure != null) {
                end.complete("sending failed: " + ConnectionFailure.inWords(failure));
            }
        });
    }

    /** Waits for the end of the connection; null when it has not ended in that time. */
    @Nullable
    String awaitEnd(Duration wait) throws InterruptedException {
        try {
            return end.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            return ConnectionFailure.inWords(e);
        }
    }

    void abort() {
        end.complete("given up here");
        opened.thenAccept(WebSocket::abort);
    }

    @Override
    public void onOpen(WebSocket socket) {
        opened.complete(socket);
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if (partial.length() + data.length() > MESSAGE_CHARACTERS_MAX) {
            end.complete("a message of more than " + MESSAGE_CHARACTERS_MAX + " characters");
            socket.abort();
            return null;
        }
        if (!last) {
            partial.append(data);
        } else if (partial.isEmpty()) {
            messages.accept(this, data.toString());
        } else {
            String whole = partial.append(data).toString();
            partial.setLength(0);
            messages.accept(this, whole);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end.complete("closed by the feed with " + code + (reason.isEmpty() ? "" : " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end.complete(ConnectionFailure.inWords(failure));
    }
}
