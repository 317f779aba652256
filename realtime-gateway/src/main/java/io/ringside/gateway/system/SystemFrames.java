package io.ringside.gateway.system;

import io.ringside.contracts.Wire;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemNotificationEnded;
import io.ringside.contracts.system.SystemNotifications;
import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.Slot;
import io.ringside.gateway.protocol.Pushes;
import java.util.List;

/** What sockets are told, and the slot that it waits in: one for each notification, so that its latest news counts. */
final class SystemFrames {
    static final String CHANNEL = new ChannelName.SystemWide().wire();
    /** Where the whole waits: no notification has an empty id. */
    static final Slot WHOLE = new Slot(CHANNEL, "");

    private SystemFrames() {}

    static Slot slot(String notificationId) {
        return new Slot(CHANNEL, notificationId);
    }

    static Frame whole(List<SystemNotification> holding) {
        return frame("system.list", new SystemNotifications(holding));
    }

    static Frame begun(SystemNotification notification) {
        return frame("system.notification", notification);
    }

    static Frame ended(SystemNotificationEnded ended) {
        return frame("system.ended", ended);
    }

    private static Frame frame(String type, Record body) {
        return Pushes.conflated(CHANNEL, type, Wire.encode(body), 0);
    }
}
