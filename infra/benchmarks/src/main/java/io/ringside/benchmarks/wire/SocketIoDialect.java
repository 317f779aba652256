package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Socket.IO 5 over Engine.IO 4, WebSocket only, packets as text. It comes back as the session that it was when the
 * server gave it one to come back to.
 */
public final class SocketIoDialect implements Dialect {
    private static final byte[] OPEN = Text.bytes("0{");
    private static final byte[] PING = Text.bytes("2");
    private static final byte[] CONNECTED = Text.bytes("40{");
    private static final byte[] EVENT = Text.bytes("42[");
    private static final byte[] REFUSED = Text.bytes("44");
    private static final byte[] PRIVATE_ID = Text.bytes("\"pid\":\"");
    private static final byte[] OFFSET = Text.bytes("},\"");
    private static final int QUOTE = '"';

    private final String auth;
    private @Nullable String session;
    private @Nullable String offset;

    /** @param auth JSON fields that the server is told of this client */
    public SocketIoDialect(String auth) {
        this.auth = auth;
    }

    /** An event with these arguments, already JSON. */
    public static String event(String name, String arguments) {
        return "42[\"" + name + "\"," + arguments + ']';
    }

    @Override
    public String path() {
        return "/socket.io/?EIO=4&transport=websocket";
    }

    @Override
    public void opened(Talk talk) {
        // the server speaks first
    }

    @Override
    public void text(ByteBuf bytes, int from, int length, Talk talk) {
        if (Text.startsWith(bytes, from, length, EVENT)) {
            talk.message(bytes, from, length);
            remember(bytes, from, length);
        } else if (Text.startsWith(bytes, from, length, PING)) {
            talk.send("3");
        } else if (Text.startsWith(bytes, from, length, OPEN)) {
            String back = session == null || offset == null
                    ? ""
                    : ",\"pid\":\"" + session + "\",\"offset\":\"" + offset + '"';
            talk.send("40{" + auth + back + '}');
        } else if (Text.startsWith(bytes, from, length, CONNECTED)) {
            session = quoted(bytes, Text.after(bytes, from, length, PRIVATE_ID), from + length);
            talk.welcomed();
        } else if (Text.startsWith(bytes, from, length, REFUSED)) {
            talk.refused(Text.of(bytes, from, length), false);
        }
    }

    /** The offset is the last argument, there only when the server can bring a session back. */
    private void remember(ByteBuf bytes, int from, int length) {
        if (session != null) {
            int end = from + length - 2;
            int start = end - 1;
            while (start > from && bytes.getByte(start) != QUOTE) {
                start--;
            }
            if (bytes.getByte(end) == QUOTE && Text.startsWith(bytes, start - 2, OFFSET.length, OFFSET)) {
                offset = Text.of(bytes, start + 1, end - start - 1);
            }
        }
    }

    private static @Nullable String quoted(ByteBuf bytes, int start, int end) {
        for (int at = start; start >= 0 && at < end; at++) {
            if (bytes.getByte(at) == QUOTE) {
                return Text.of(bytes, start, at - start);
            }
        }
        return null;
    }
}
