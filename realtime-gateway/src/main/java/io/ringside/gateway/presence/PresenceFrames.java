package io.ringside.gateway.presence;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Wire;
import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.Slot;
import io.ringside.gateway.protocol.Pushes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What sockets are told of presence, each encoded once for all of them, and the slot that it waits in. */
final class PresenceFrames {
    /** Changes that may wait for one socket: four seconds of them. */
    static final int CHANGES_MAX = 16;

    static final String CHANNEL = new ChannelName.Presence().wire();

    private static final String LIST = "presence.list";
    private static final String CHANGED = "presence.changed";
    /** People in one frame of the whole. */
    private static final int PER_FRAME = 200;

    private PresenceFrames() {}

    /** What a push carries; on one socket the numbers of changes follow each other and that of the whole. */
    @Serdeable
    record Batch(long batch, List<Person> people) {}

    /** Everybody, after so many changes. */
    static Map<Slot, Frame> whole(long batch, List<Person> people) {
        Map<Slot, Frame> frames = new LinkedHashMap<>();
        for (int from = 0; from < people.size(); from += PER_FRAME) {
            int to = Math.min(people.size(), from + PER_FRAME);
            frames.put(new Slot(CHANNEL, LIST + '-' + from), frame(LIST, new Batch(batch, people.subList(from, to))));
        }
        return frames;
    }

    /** Where a change of this number waits: one that is too old makes room, and its number is missed. */
    static Slot slot(long batch) {
        return new Slot(CHANNEL, CHANGED + '-' + batch % CHANGES_MAX);
    }

    /** Who has changed. */
    static Frame changed(long batch, List<Person> people) {
        return frame(CHANGED, new Batch(batch, people));
    }

    private static Frame frame(String type, Batch batch) {
        return Pushes.conflated(CHANNEL, type, Wire.encode(batch), 0);
    }
}
