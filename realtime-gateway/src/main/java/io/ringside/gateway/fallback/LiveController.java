package io.ringside.gateway.fallback;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.netty.body.NettyByteBodyFactory;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.ringside.gateway.http.ClientAddresses;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.json.Fields;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.json.StrictJson;
import io.ringside.gateway.protocol.Connected;
import io.ringside.gateway.protocol.ErrorCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /live}: sessions for networks that let no WebSocket through. */
@Controller("/live")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
final class LiveController {
    private static final String SESSION = "Ringside-Session";
    /** What the client speaks, a list as in {@code Sec-WebSocket-Protocol}; and what is spoken. */
    static final String PROTOCOL = "Ringside-Protocol";

    /** What a client written in JavaScript counts to. */
    private static final long BATCHES_MAX = (1L << 53) - 1;

    private final CarriedSessions sessions;
    private final Whereabouts whereabouts;
    private final ClientAddresses addresses;

    LiveController(CarriedSessions sessions, Whereabouts whereabouts, ClientAddresses addresses) {
        this.sessions = sessions;
        this.whereabouts = whereabouts;
        this.addresses = addresses;
    }

    @Post("/sse")
    CompletableFuture<HttpResponse<?>> stream(HttpRequest<?> request) {
        Channel channel = channel(request);
        return body(request).thenApplyAsync(body -> stream(request, channel, body), channel.eventLoop());
    }

    private HttpResponse<?> stream(HttpRequest<?> request, Channel channel, byte[] body) {
        CarriedSessions.Streamed begun = sessions.stream(addresses.of(request), channel, body.length, Lines.of(body));
        ByteBody events = new NettyByteBodyFactory(channel).adaptNetty(begun.events());
        return begun(begun.key(), HttpResponse.ok(events))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                // The connection is the session's: when one ends, so does the other.
                .header(HttpHeaders.CONNECTION, "close");
    }

    @Post("/poll")
    CompletableFuture<HttpResponse<?>> poll(HttpRequest<?> request) {
        EventLoop loop = channel(request).eventLoop();
        return body(request)
                .thenApplyAsync(body -> sessions.poll(addresses.of(request), loop, body.length, Lines.of(body)), loop)
                .thenCompose(begun -> begun.first()
                        .thenApply(first -> begun(
                                begun.key(),
                                batch(first.orElseThrow(LiveController::noSession)
                                        .json()))));
    }

    @Post("/poll/next")
    CompletableFuture<HttpResponse<?>> pollNext(HttpRequest<?> request) {
        Held session = session(request);
        return body(request)
                .thenCompose(body -> session.poll(after(body)))
                .thenApply(batch -> batch(batch.orElseThrow(LiveController::noSession)));
    }

    private static long after(byte[] body) {
        try {
            Fields fields = Fields.of("", StrictJson.object(body));
            long after = fields.number("after", 0, BATCHES_MAX);
            fields.nothingElse();
            return after;
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    private static MutableHttpResponse<?> batch(byte[] json) {
        return HttpResponse.ok(json).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Post("/send")
    CompletableFuture<HttpResponse<?>> send(HttpRequest<?> request) {
        Held session = session(request);
        return body(request).thenCompose(session::post).thenApply(LiveController::done);
    }

    @Delete
    CompletableFuture<HttpResponse<?>> leave(HttpRequest<?> request) {
        return session(request).leave().thenApply(LiveController::done);
    }

    private static HttpResponse<?> done(Optional<byte[]> answer) {
        if (answer.isEmpty()) {
            throw noSession();
        }
        return HttpResponse.noContent();
    }

    private Held session(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst(SESSION)
                .flatMap(SessionKey::parse)
                .flatMap(whereabouts::find)
                .orElseThrow(LiveController::noSession);
    }

    private static Refusal noSession() {
        return new Refusal(ErrorCode.NOT_FOUND, "There is no such session, or no longer.");
    }

    private static Channel channel(HttpRequest<?> request) {
        return ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
    }

    private static MutableHttpResponse<?> begun(SessionKey key, MutableHttpResponse<?> answer) {
        return answer.header(SESSION, key.wire()).header(PROTOCOL, Connected.VERSION);
    }

    private static CompletableFuture<byte[]> body(HttpRequest<?> request) {
        return ((ServerHttpRequest<?>) request)
                .byteBody()
                .buffer()
                .thenApply(body -> {
                    try (body) {
                        return body.toByteArray();
                    }
                })
                .toCompletableFuture();
    }
}
