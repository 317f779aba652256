package io.ringside.contracts;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context: which undertaking a message belongs to, and which step of it made the message. A header that is
 * none is as good as absent, as the standard asks.
 *
 * @param traceId 32 hexadecimal digits, the same from the first command to the last notice
 * @param spanId 16 hexadecimal digits, one for each step
 * @param flags 2 hexadecimal digits, passed on as they came
 */
public record TraceParent(String traceId, String spanId, String flags) {
    private static final Pattern TEXT =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final String VERSION = "00";
    private static final String VERSION_FORBIDDEN = "ff";
    private static final String SAMPLED = "01";
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** The context in a header. */
    public static Optional<TraceParent> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher found = TEXT.matcher(header);
        if (!found.matches()
                || found.group(1).equals(VERSION_FORBIDDEN)
                || found.group(1).equals(VERSION) && found.group(5) != null
                || found.group(2).equals(NO_TRACE)
                || found.group(3).equals(NO_SPAN)) {
            return Optional.empty();
        }
        return Optional.of(new TraceParent(found.group(2), found.group(3), found.group(4)));
    }

    /** A trace that begins here. Its numbers must be drawn so that no other trace has them. */
    public static TraceParent begin(long high, long low, long span) {
        return new TraceParent(hex(high) + hex(low), hex(span), SAMPLED);
    }

    /** The same trace, one step on. */
    public TraceParent next(long span) {
        return new TraceParent(traceId, hex(span), flags);
    }

    /** As a header. */
    public String text() {
        return VERSION + '-' + traceId + '-' + spanId + '-' + flags;
    }

    /** Sixteen digits; nought would mean that there is none. */
    private static String hex(long number) {
        return HexFormat.of().toHexDigits(number == 0 ? 1 : number);
    }
}
