package io.ringside.gateway.compression;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client and we agreed on. Neither side takes its context over from message to message, whether the client asked
 * for that or not: a server may say so (RFC 7692, 7.1.1), and then a socket costs no memory and a broadcast is
 * compressed once.
 *
 * @param serverWindowBits the largest window that the client says it can inflate, 8 to 15; to be repeated in the answer
 */
public record Agreement(@Nullable Integer serverWindowBits) {
    /** Names and values of the headers of a handshake. */
    public static final String HEADER = "Sec-WebSocket-Extensions";

    private static final String EXTENSION = "permessage-deflate";
    private static final String SERVER_BITS = "server_max_window_bits";
    private static final String CLIENT_BITS = "client_max_window_bits";
    private static final String SERVER_FRESH = "server_no_context_takeover";
    private static final String CLIENT_FRESH = "client_no_context_takeover";
    private static final int BITS_MAX = 15;

    /** The first offer that we can keep, of all that these header values make. */
    public static Optional<Agreement> of(List<String> offers) {
        return offers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(Agreement::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The header's value in our answer. */
    public String header() {
        String fresh = EXTENSION + "; " + SERVER_FRESH + "; " + CLIENT_FRESH;
        return serverWindowBits == null ? fresh : fresh + "; " + SERVER_BITS + '=' + serverWindowBits;
    }

    /** Whether any window of ours is small enough for the client. */
    public boolean fullWindow() {
        return serverWindowBits == null || serverWindowBits == BITS_MAX;
    }

    private static Optional<Agreement> read(String offer) {
        String[] parts = offer.split(";");
        if (!parts[0].strip().toLowerCase(Locale.ROOT).equals(EXTENSION)) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        Integer serverBits = null;
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            String[] pair = part.strip().split("=", 2);
            String name = pair[0].strip().toLowerCase(Locale.ROOT);
            String value = pair.length < 2 ? "" : unquoted(pair[1].strip());
            if (!seen.add(name) || !isGood(name, value)) {
                return Optional.empty();
            }
            serverBits = name.equals(SERVER_BITS) ? Integer.valueOf(value) : serverBits;
        }
        return Optional.of(new Agreement(serverBits));
    }

    private static boolean isGood(String name, String value) {
        return switch (name) {
            case SERVER_FRESH, CLIENT_FRESH -> value.isEmpty();
            case SERVER_BITS -> isBits(value);
            case CLIENT_BITS -> value.isEmpty() || isBits(value);
            default -> false;
        };
    }

    private static boolean isBits(String value) {
        return value.matches("[89]|1[0-5]");
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
