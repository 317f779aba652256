package io.ringside.gateway.socket;

import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.personal.Follower;
import io.ringside.gateway.personal.Personal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one socket is subscribed to. Touched by its event loop only. */
final class Memberships {
    private final Set<ChannelName> conflated = new HashSet<>(4);
    private final Map<Personal, Follower> personal = new EnumMap<>(Personal.class);

    /** The conflated channels. */
    Set<ChannelName> conflated() {
        return conflated;
    }

    /** Every channel. */
    Set<ChannelName> all() {
        Set<ChannelName> all = new HashSet<>(conflated);
        personal.keySet().forEach(kind -> all.add(kind.channel()));
        return all;
    }

    /** The places on personal channels. */
    Map<Personal, Follower> personal() {
        return personal;
    }
}
