package io.ringside.gateway.channel;

import io.ringside.contracts.Subjects;
import java.util.Optional;

/** What a client subscribes to. */
public sealed interface ChannelName {
    /** The name on the wire. */
    String wire();

    /** The user's own notices. */
    record Inbox() implements ChannelName {
        static final String NAME = "inbox";

        @Override
        public String wire() {
            return NAME;
        }
    }

    /** What the user has to acknowledge. */
    record Alerts() implements ChannelName {
        static final String NAME = "alerts";

        @Override
        public String wire() {
            return NAME;
        }
    }

    /** Quotes of one instrument. */
    record Quotes(String instrument) implements ChannelName {
        @Override
        public String wire() {
            return QUOTES + instrument;
        }
    }

    /** Quotes of all instruments. */
    record AllQuotes() implements ChannelName {
        @Override
        public String wire() {
            return QUOTES + ALL;
        }
    }

    /** Positions of one account at the latest prices. */
    record Valuations(String account) implements ChannelName {
        @Override
        public String wire() {
            return VALUATIONS + account;
        }
    }

    /** How everybody is seen. */
    record Presence() implements ChannelName {
        static final String NAME = "presence";

        @Override
        public String wire() {
            return NAME;
        }
    }

    /** What operators tell everybody. */
    record SystemWide() implements ChannelName {
        static final String NAME = "system";

        @Override
        public String wire() {
            return NAME;
        }
    }

    /** Prefix of quote channels. */
    String QUOTES = "quotes.";
    /** Prefix of valuation channels. */
    String VALUATIONS = "valuations.";
    /** Stands for every instrument. */
    String ALL = "*";

    /** The channel of this name, if it is one. */
    static Optional<ChannelName> parse(String wire) {
        if (wire.equals(Inbox.NAME)) {
            return Optional.of(new Inbox());
        }
        if (wire.equals(Alerts.NAME)) {
            return Optional.of(new Alerts());
        }
        if (wire.equals(Presence.NAME)) {
            return Optional.of(new Presence());
        }
        if (wire.equals(SystemWide.NAME)) {
            return Optional.of(new SystemWide());
        }
        if (wire.equals(QUOTES + ALL)) {
            return Optional.of(new AllQuotes());
        }
        if (wire.startsWith(QUOTES) && Subjects.isToken(wire.substring(QUOTES.length()))) {
            return Optional.of(new Quotes(wire.substring(QUOTES.length())));
        }
        if (wire.startsWith(VALUATIONS) && Subjects.isToken(wire.substring(VALUATIONS.length()))) {
            return Optional.of(new Valuations(wire.substring(VALUATIONS.length())));
        }
        return Optional.empty();
    }
}
