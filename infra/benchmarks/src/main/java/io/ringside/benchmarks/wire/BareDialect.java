package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;

/** Texts and nothing else. */
public record BareDialect(String path) implements Dialect {
    @Override
    public void opened(Talk talk) {
        talk.welcomed();
    }

    @Override
    public void text(ByteBuf bytes, int from, int length, Talk talk) {
        talk.message(bytes, from, length);
    }
}
