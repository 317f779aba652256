package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A conversation in one dialect, written down. */
final class Spoken implements Dialect.Talk {
    private final Dialect dialect;
    private final List<String> log = new ArrayList<>();

    Spoken(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The handshake is done and the server says these; what came of it. */
    List<String> after(String... texts) {
        log.clear();
        dialect.opened(this);
        for (String text : texts) {
            // somewhere in a buffer, as it is on the wire
            ByteBuf bytes = Unpooled.copiedBuffer("##" + text + "##", StandardCharsets.UTF_8);
            dialect.text(bytes, 2, bytes.readableBytes() - 4, this);
        }
        return List.copyOf(log);
    }

    @Override
    public void send(String text) {
        log.add("send " + text);
    }

    @Override
    public void welcomed() {
        log.add("welcomed");
    }

    @Override
    public void message(ByteBuf bytes, int from, int length) {
        log.add("message " + Text.of(bytes, from, length));
    }

    @Override
    public void refused(String why, boolean retry) {
        log.add((retry ? "later " : "never ") + why);
    }
}
