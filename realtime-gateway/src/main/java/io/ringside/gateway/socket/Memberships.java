package io.ringside.gateway.socket;

import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.inbox.Follower;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one socket is subscribed to. Touched by its event loop only. */
final class Memberships {
    private final Set<ChannelName> conflated = new HashSet<>(4);
    private @Nullable Follower inbox;

    /** The conflated channels. */
    Set<ChannelName> conflated() {
        return conflated;
    }

    /** The place on the personal channel, if it has one. */
    @Nullable
    Follower inbox() {
        return inbox;
    }

    void inbox(@Nullable Follower place) {
        inbox = place;
    }
}
