package io.ringside.gateway.upgrade;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.ringside.gateway.socket.HandshakeRefusal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the framework on a connection. It lets proper handshakes in by itself, because a crowd that comes
 * back at once waits for little else; whatever else comes is the framework's, and refusals are, too: they want words,
 * headers and a place in the audit. Touched by the connection's event loop only.
 */
final class Doorkeeper extends ChannelDuplexHandler {
    private final Map<String, Door> doors;
    /** Requests that the framework has not answered to their end: nothing may be said before that. */
    private int unanswered;

    private @Nullable Entering entering;
    private boolean answering;
    private @Nullable ByteBuf early;

    private record Entering(Door door, Handshake handshake) {}

    Doorkeeper(Map<String, Door> doors) {
        this.doors = doors;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object received) {
        if (entering == null) {
            Object forTheFramework = received instanceof HttpRequest request ? head(context, request) : received;
            if (forTheFramework != null) {
                context.fireChannelRead(forTheFramework);
            }
        } else if (received instanceof ByteBuf bytes) {
            // What was sent with the handshake and is not HTTP any more: it is heard as soon as we have answered.
            early = bytes;
        } else {
            ReferenceCountUtil.release(received);
            if (answering) {
                // Our answer waits behind others that the client does not read, and it goes on in HTTP.
                context.close();
            } else if (received instanceof LastHttpContent) {
                answering = true;
                entering.door().open(entering.handshake());
            }
        }
    }

    /** What comes after a handshake is read by whoever reads frames, once the answer has left. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (!answering) {
            context.read();
        }
    }

    private @Nullable Object head(ChannelHandlerContext context, HttpRequest request) {
        Door door = doors.get(path(request.uri()));
        if (door == null || !Handshake.isAskedFor(request)) {
            unanswered++;
            return request;
        }
        Handshake handshake = new Handshake(request, context.channel());
        Optional<HandshakeRefusal> refusal = refusal(door, handshake);
        if (refusal.isPresent()) {
            unanswered++;
            return new RefusedHandshake(request, refusal.get());
        }
        entering = new Entering(door, handshake);
        return null;
    }

    private Optional<HandshakeRefusal> refusal(Door door, Handshake handshake) {
        if (!handshake.isOurVersion()) {
            return Optional.of(HandshakeRefusal.UPGRADE);
        }
        return unanswered == 0 && handshake.isProper() ? door.refuses(handshake) : Optional.of(HandshakeRefusal.FORM);
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    @Override
    public void write(ChannelHandlerContext context, Object sent, ChannelPromise promise) {
        boolean onlyTheWay =
                sent instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (sent instanceof LastHttpContent && !onlyTheWay) {
            unanswered--;
        }
        context.write(sent, promise);
    }

    /** The socket is open, or the connection is over. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ByteBuf bytes = early;
        early = null;
        // The framework holds on to its handler as long as the connection lives, and so to what stood beside it.
        entering = null;
        if (!context.channel().isActive()) {
            ReferenceCountUtil.release(bytes);
            return;
        }
        // The framework read when it wanted more; frames are read as they come.
        context.channel().config().setAutoRead(true);
        if (bytes != null) {
            context.pipeline().fireChannelRead(bytes).fireChannelReadComplete();
        }
    }
}
