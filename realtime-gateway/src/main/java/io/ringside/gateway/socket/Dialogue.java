package io.ringside.gateway.socket;

import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.protocol.Request;
import io.ringside.gateway.protocol.RequestReader;
import io.ringside.gateway.protocol.Result;
import io.ringside.gateway.protocol.ServerMessage;
import io.ringside.gateway.watch.Suspicion;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one socket, one after the other: the next one waits while one that changes the session, or what the
 * socket is subscribed to, is under way. Touched by the socket's event loop only.
 */
final class Dialogue {
    /** Requests that may wait. */
    private static final int WAITING_MAX = 64;
    /** Breaches of rate limits within the window after which the socket is closed. */
    private static final int BREACHES_MAX = 3;

    /** Ids of requests are positive: this error concerns the socket. */
    private static final long NO_REQUEST = 0;

    private static final long BREACH_WINDOW_MS = 10_000;
    private static final long BREACH_RETRY_MS = 10_000;

    private final LiveSocket socket;
    private final Conversation conversation;
    private @Nullable Queue<Request.Numbered> waiting;
    private final long[] breaches = new long[BREACHES_MAX];
    private int breachCount;
    private boolean busy;
    // What is under way is a subscription only.
    private boolean subscribing;

    Dialogue(LiveSocket socket, Conversation conversation) {
        this.socket = socket;
        this.conversation = conversation;
    }

    void heard(byte[] text) {
        try {
            Request.Numbered request = RequestReader.read(text);
            if (!busy || mayOvertake(request.request())) {
                conversation.handle(socket, request);
                return;
            }
            Queue<Request.Numbered> queue = waiting == null ? new ArrayDeque<>() : waiting;
            waiting = queue;
            if (queue.size() == WAITING_MAX) {
                socket.close(Farewells.overload());
            } else {
                queue.add(request);
            }
        } catch (RequestReader.Refused e) {
            socket.malformed();
            conversation.refuse(socket, e.id(), Fault.of(e.malformed()));
        } catch (Malformed e) {
            socket.malformed();
            socket.close(Farewells.because(CloseCode.BAD_REQUEST, Fault.of(e).message()));
        }
    }

    /** The next request waits until {@link #finish}. */
    void start() {
        busy = true;
        subscribing = false;
    }

    /** The next request but a command waits until {@link #finish}. */
    void startSubscribing() {
        subscribing = !busy;
        busy = true;
    }

    /** Goes on with what waits. */
    void finish() {
        busy = false;
        subscribing = false;
        while (!busy && socket.isOpen() && waiting != null) {
            Request.Numbered next = waiting.poll();
            if (next == null) {
                waiting = null;
            } else {
                conversation.handle(socket, next);
            }
        }
    }

    /** Who trades does not wait for a replay, but commands do not overtake each other: none does where others wait. */
    private boolean mayOvertake(Request request) {
        return subscribing && (waiting == null || waiting.isEmpty()) && request instanceof Request.Command;
    }

    void succeed(long id, Result result) {
        socket.send(new ServerMessage.Reply(id, result, null));
    }

    /** Answers with an error; the third breach of a rate limit in ten seconds is the last. */
    void fail(long id, Fault fault) {
        socket.send(new ServerMessage.Reply(id, null, fault));
        if (fault.code() == ErrorCode.RATE_LIMITED) {
            breached();
        }
    }

    /** The peer sends more bytes than it may: a breach like any other, but of no request. */
    void flooded(long owedMs) {
        fail(NO_REQUEST, Fault.later(ErrorCode.RATE_LIMITED, "Too many bytes a second.", owedMs));
    }

    private void breached() {
        long now = conversation.now().toEpochMilli();
        breaches[breachCount % BREACHES_MAX] = now;
        breachCount++;
        // The slot that is written next holds the oldest of the last three.
        long oldest = breaches[breachCount % BREACHES_MAX];
        if (breachCount >= BREACHES_MAX && now - oldest < BREACH_WINDOW_MS) {
            socket.suspect(Suspicion.REPEATED_BREACHES);
            socket.close(Farewells.later(CloseCode.RATE_LIMITED, BREACH_RETRY_MS));
        }
    }
}
