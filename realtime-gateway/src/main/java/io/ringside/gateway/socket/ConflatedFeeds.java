package io.ringside.gateway.socket;

import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.market.QuoteFeed;
import io.ringside.gateway.position.ValuationFeed;
import io.ringside.gateway.presence.PresenceFeed;
import io.ringside.gateway.system.SystemFeed;
import jakarta.inject.Singleton;

/** The feed behind each conflated channel. */
@Singleton
final class ConflatedFeeds {
    private final QuoteFeed quotes;
    private final ValuationFeed valuations;
    private final PresenceFeed presence;
    private final SystemFeed system;

    ConflatedFeeds(QuoteFeed quotes, ValuationFeed valuations, PresenceFeed presence, SystemFeed system) {
        this.quotes = quotes;
        this.valuations = valuations;
        this.presence = presence;
        this.system = system;
    }

    void begin(ChannelName name, Outbound outbound) {
        switch (name) {
            case ChannelName.Quotes one -> quotes.subscribe(one, outbound);
            case ChannelName.AllQuotes all -> quotes.subscribe(all, outbound);
            case ChannelName.Valuations own -> valuations.subscribe(own, outbound);
            case ChannelName.Presence everybody -> presence.subscribe(outbound);
            case ChannelName.SystemWide everybody -> system.subscribe(outbound);
            case ChannelName.Inbox inbox -> {}
            case ChannelName.Alerts alerts -> {}
        }
    }

    /** What waits for the socket is given up with it. */
    void end(ChannelName name, Outbound outbound) {
        switch (name) {
            case ChannelName.Quotes one -> quotes.unsubscribe(one, outbound);
            case ChannelName.AllQuotes all -> quotes.unsubscribe(all, outbound);
            case ChannelName.Valuations own -> valuations.unsubscribe(own, outbound);
            case ChannelName.Presence everybody -> presence.unsubscribe(outbound);
            case ChannelName.SystemWide everybody -> system.unsubscribe(outbound);
            case ChannelName.Inbox inbox -> {}
            case ChannelName.Alerts alerts -> {}
        }
        outbound.dropSlots(name.wire());
    }
}
