package io.ringside.gateway.frame;

import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was published on one channel since the last round. It is put together once in each form, for all whom nothing
 * else waits for: one buffer, however many get it. On the thread of one event loop.
 */
final class Edition implements AutoCloseable {
    private final Collection<Frame> values;
    private final int bytes;
    private final Map<Form, ByteBuf> forms = new EnumMap<>(Form.class);

    Edition(Collection<Frame> values) {
        this.values = values;
        bytes = values.stream().mapToInt(Frame::size).sum();
    }

    /** Bytes of it, compressed or not: at most about so many. */
    int bytes() {
        return bytes;
    }

    /** All of it as this transport carries it, to be written or released. */
    ByteBuf in(Transport transport) {
        ByteBuf known = forms.get(transport.form());
        ByteBuf whole = known == null ? put(transport) : known;
        return whole.retainedDuplicate();
    }

    private ByteBuf put(Transport transport) {
        ByteBuf whole = transport.chunk(bytes);
        try {
            values.forEach(value -> transport.append(value, whole));
        } catch (RuntimeException e) {
            whole.release();
            throw e;
        }
        forms.put(transport.form(), whole);
        return whole;
    }

    /** Whoever it was written to still has it. */
    @Override
    public void close() {
        forms.values().forEach(ByteBuf::release);
    }
}
