package io.ringside.gateway.fallback;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What its holder, and nobody else, may send to a session with.
 *
 * @param node the life of the gateway that holds the session
 * @param secret random
 */
record SessionKey(String node, String secret) {
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    /** The key that somebody shows, if it is one. */
    static Optional<SessionKey> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches() ? Optional.of(new SessionKey(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** As it goes over the wire. */
    String wire() {
        return node + '.' + secret;
    }

    /** It is in no log. */
    @Override
    public String toString() {
        return "session on " + node;
    }
}
