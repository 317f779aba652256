package io.ringside.contracts.presence;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What one gateway knows of its users, told on {@code presence.tick.<node>}: what changed since its last tick, or
 * nothing, which renews the lease of all that it told before.
 *
 * @param node one life of one gateway
 * @param sequence counts up by one from tick to tick: whoever misses one asks for the whole
 * @param whole whether this replaces all that the node told before; what does not fit follows in the next ticks
 * @param here who has a connection there and was not told, or gave input since
 * @param gone whose last connection there has ended
 */
@Serdeable
public record PresenceTick(String node, long sequence, boolean whole, List<Here> here, List<String> gone) {
    /** Users in one tick: with names of 64 characters it keeps within the limit of a body. */
    public static final int USERS_MAX = 400;

    public PresenceTick {
        here = List.copyOf(here);
        gone = List.copyOf(gone);
    }

    /**
     * A user who is connected.
     *
     * @param quietMs since the last input, in milliseconds before the tick was sent: clocks need not agree
     */
    @Serdeable
    public record Here(String user, long quietMs) {}
}
