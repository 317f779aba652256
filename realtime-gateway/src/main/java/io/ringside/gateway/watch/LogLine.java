package io.ringside.gateway.watch;

import org.jspecify.annotations.Nullable;

/**
 * A line of the log that a machine can read: {@code event=… key=value …}. A value that is no plain word stands in
 * quotes, as JSON writes it, so that what somebody sent can neither end the line nor pose as another field.
 */
public final class LogLine {
    /** Characters of a value; what is longer is cut. */
    static final int VALUE_CHARACTERS_MAX = 200;

    private static final String PLAIN = "[A-Za-z0-9_.:/@*-]+";

    private final StringBuilder text = new StringBuilder();

    private LogLine(String event) {
        text.append("event=").append(event);
    }

    /** A line about this. */
    public static LogLine of(String event) {
        return new LogLine(event);
    }

    /** One more field; what is not known is left out. */
    public LogLine with(String key, @Nullable Object value) {
        if (value != null) {
            text.append(' ').append(key).append('=');
            add(value.toString());
        }
        return this;
    }

    private void add(String value) {
        String cut = value.length() > VALUE_CHARACTERS_MAX ? value.substring(0, VALUE_CHARACTERS_MAX) : value;
        if (cut.matches(PLAIN)) {
            text.append(cut);
            return;
        }
        text.append('"');
        cut.chars().forEach(this::addQuoted);
        text.append('"');
    }

    private void addQuoted(int character) {
        if (character == '"' || character == '\\') {
            text.append('\\').append((char) character);
        } else if (character >= ' ' && character <= '~') {
            text.append((char) character);
        } else {
            text.append(String.format("\\u%04x", character));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
