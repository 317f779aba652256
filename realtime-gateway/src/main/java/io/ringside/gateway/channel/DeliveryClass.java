package io.ringside.gateway.channel;

import java.util.Locale;

/** What a slow reader may lose of a channel. */
public enum DeliveryClass {
    /** Everything but the latest value of each key. */
    CONFLATED,
    /** Nothing unannounced. */
    EVENT,
    /** Nothing at all. */
    CRITICAL;

    /** As it is written in queries and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of a channel. */
    public static DeliveryClass of(ChannelName name) {
        return switch (name) {
            case ChannelName.Inbox inbox -> EVENT;
            case ChannelName.Alerts alerts -> CRITICAL;
            case ChannelName.Quotes quotes -> CONFLATED;
            case ChannelName.AllQuotes all -> CONFLATED;
            case ChannelName.Valuations valuations -> CONFLATED;
            case ChannelName.Presence presence -> CONFLATED;
            case ChannelName.SystemWide system -> CONFLATED;
        };
    }
}
