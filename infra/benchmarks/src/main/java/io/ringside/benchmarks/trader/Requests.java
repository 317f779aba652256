package io.ringside.benchmarks.trader;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbered messages that a client sends. */
public final class Requests {
    /** The channel of one's own notices. */
    public static final String INBOX = "inbox";

    private long last;

    /** The number of the message that was made last. */
    long last() {
        return last;
    }

    /** The first message of a socket. */
    public String connect(String ticket, List<String> channels, @Nullable Position inbox) {
        String names = channels.stream().map(name -> ",\"" + name + '"').collect(Collectors.joining());
        return numbered("connect")
                + "{\"ticket\":\"" + ticket + "\",\"client\":\"ringside-load/1\",\"channels\":[\"" + INBOX + '"' + names
                + "],\"positions\":" + (inbox == null ? "{}" : "{\"" + INBOX + "\":" + text(inbox) + '}') + "}}";
    }

    String refresh(String ticket) {
        return numbered("refresh") + "{\"ticket\":\"" + ticket + "\"}}";
    }

    String resync(@Nullable Position inbox) {
        return numbered("resync") + "{\"channel\":\"" + INBOX + "\",\"position\":"
                + (inbox == null ? "null" : text(inbox)) + "}}";
    }

    /** A command, whose text is JSON. */
    public String command(String command) {
        return numbered("command") + command + '}';
    }

    private String numbered(String kind) {
        return "{\"id\":" + ++last + ",\"" + kind + "\":";
    }

    private static String text(Position position) {
        return "{\"epoch\":\"" + position.epoch() + "\",\"sequence\":" + position.sequence() + '}';
    }
}
