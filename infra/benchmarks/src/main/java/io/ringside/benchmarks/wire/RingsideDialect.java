package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Protocol {@code ringside.v1}. It comes back where it stood in its inbox. */
public final class RingsideDialect implements Dialect {
    private static final byte[] PUSH = Text.bytes("{\"push\":{");
    private static final byte[] INBOX_PUSH = Text.bytes("{\"push\":{\"channel\":\"inbox\"");
    private static final byte[] CONNECTED = Text.bytes("\"connected\":{");
    private static final byte[] ERROR = Text.bytes("\"error\":{");
    private static final byte[] GOODBYE = Text.bytes("{\"disconnect\":{");
    private static final byte[] TEMPORARY = Text.bytes("\"temporary\":true");
    private static final byte[] COMING_BACK = Text.bytes("\"reconnect\":true");
    private static final byte[] INBOX = Text.bytes("\"inbox\":{");
    private static final byte[] EPOCH = Text.bytes("\"epoch\":\"");
    private static final byte[] SEQUENCE = Text.bytes("\"sequence\":");

    private final String origin;
    private final String channels;
    private String ticket = "";
    private @Nullable String epoch;
    private long sequence;
    private boolean connected;

    /** @param origin of the page that would open the socket */
    public RingsideDialect(String origin, List<String> channels) {
        this.origin = origin;
        this.channels = channels.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
    }

    /** What the next socket is opened with. */
    public void ticket(String fresh) {
        ticket = fresh;
    }

    @Override
    public String path() {
        return "/ws";
    }

    @Override
    public String headers() {
        return "Origin: " + origin + "\r\nSec-WebSocket-Protocol: ringside.v1\r\n";
    }

    @Override
    public void opened(Talk talk) {
        connected = false;
        String position = epoch == null ? "" : "\"inbox\":{\"epoch\":\"" + epoch + "\",\"sequence\":" + sequence + '}';
        talk.send("{\"id\":1,\"connect\":{\"ticket\":\"" + ticket + "\",\"client\":\"ringside-load/1\",\"channels\":["
                + channels + "],\"positions\":{" + position + "}}}");
    }

    @Override
    public void text(ByteBuf bytes, int from, int length, Talk talk) {
        if (Text.startsWith(bytes, from, length, PUSH)) {
            if (Text.startsWith(bytes, from, length, INBOX_PUSH)) {
                sequence = Text.number(bytes, Text.after(bytes, from, length, SEQUENCE), from + length);
            }
            talk.message(bytes, from, length);
        } else if (!connected && Text.after(bytes, from, length, CONNECTED) >= 0) {
            connected = true;
            stand(bytes, from, length);
            talk.welcomed();
        } else if (Text.after(bytes, from, length, ERROR) >= 0) {
            talk.refused(Text.of(bytes, from, length), Text.after(bytes, from, length, TEMPORARY) >= 0);
        } else if (Text.startsWith(bytes, from, length, GOODBYE)) {
            talk.refused(Text.of(bytes, from, length), Text.after(bytes, from, length, COMING_BACK) >= 0);
        }
    }

    /** The answer gives the position after what it replays; this client stands there only once it heard that. */
    private void stand(ByteBuf bytes, int from, int length) {
        int inbox = Text.after(bytes, from, length, INBOX);
        int end = from + length;
        if (inbox >= 0 && epoch == null) {
            int start = Text.after(bytes, inbox, end - inbox, EPOCH);
            int stop = Text.after(bytes, start, end - start, Text.bytes("\""));
            epoch = Text.of(bytes, start, stop - 1 - start);
            sequence = Text.number(bytes, Text.after(bytes, inbox, end - inbox, SEQUENCE), end);
        }
    }
}
