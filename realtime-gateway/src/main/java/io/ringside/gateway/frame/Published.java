package io.ringside.gateway.frame;

import java.util.LinkedHashMap;
import java.util.Map;

/** The latest value of each slot since the last round, by channel: no more than there are slots. From any thread. */
final class Published {
    private Map<String, Map<Slot, Frame>> channels = new LinkedHashMap<>();

    /** Whether it took the place of an older value. */
    synchronized boolean put(Slot slot, Frame frame) {
        return channels.computeIfAbsent(slot.channel(), channel -> new LinkedHashMap<>(4))
                        .put(slot, frame)
                != null;
    }

    synchronized Map<String, Map<Slot, Frame>> takeAll() {
        if (channels.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<Slot, Frame>> all = channels;
        channels = new LinkedHashMap<>();
        return all;
    }
}
