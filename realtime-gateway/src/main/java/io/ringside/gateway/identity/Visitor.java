package io.ringside.gateway.identity;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.ringside.gateway.http.ClientAddresses;
import io.ringside.gateway.http.Correlation;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody calls, and with what.
 *
 * @param client what it calls itself in {@code User-Agent}, printable characters only; anybody may write anything there
 * @param correlation id of the call
 */
record Visitor(InetAddress address, @Nullable String client, String correlation) {
    /** Characters of a client's name; what is longer is cut. */
    static final int CLIENT_CHARACTERS_MAX = 200;

    static Visitor of(HttpRequest<?> request, ClientAddresses addresses) {
        return new Visitor(
                addresses.of(request),
                printable(request.getHeaders().get(HttpHeaders.USER_AGENT)),
                Correlation.of(request));
    }

    /** Without the interface of a link-local address, which means something on one machine only. */
    String addressText() {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    static @Nullable String printable(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String clean = given.replaceAll("[^\\x20-\\x7e]", "?").strip();
        if (clean.isEmpty()) {
            return null;
        }
        return clean.length() > CLIENT_CHARACTERS_MAX ? clean.substring(0, CLIENT_CHARACTERS_MAX) : clean;
    }
}
