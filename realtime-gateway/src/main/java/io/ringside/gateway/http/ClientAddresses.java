package io.ringside.gateway.http;

import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that limits count. Behind a balancer it is the client's, from {@code X-Forwarded-For}: each balancer
 * adds at the right whom it heard, what stands further left anybody may have written. So the right-most address that
 * is not a trusted balancer's is the client's, and without trusted balancers the header says nothing. Made at the
 * start, so that a wrong setting is seen there.
 */
@Context
public final class ClientAddresses {
    /** Balancers in a row; what stands further left is not read. */
    private static final int HOPS_MAX = 16;

    /** In which balancers write whom they heard. */
    public static final String HEADER = "X-Forwarded-For";

    private final List<AddressRange> trusted;

    ClientAddresses(ProxySettings settings) {
        trusted = settings.trusted().stream()
                .filter(range -> !range.isBlank())
                .map(AddressRange::parse)
                .toList();
    }

    /** Who sends this. */
    public InetAddress of(HttpRequest<?> request) {
        return of(request.getRemoteAddress(), request.getHeaders().getAll(HEADER));
    }

    /**
     * Who sends this.
     *
     * @param peer the other end of the connection
     * @param headers all values of {@link #HEADER}
     */
    public InetAddress of(InetSocketAddress peer, List<String> headers) {
        return resolve(peer.getAddress(), headers);
    }

    InetAddress resolve(InetAddress peer, List<String> headers) {
        if (!isTrusted(peer)) {
            return peer;
        }
        List<String> hops = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .toList()
                .reversed();
        InetAddress nearest = peer;
        for (String hop : hops.subList(0, Math.min(hops.size(), HOPS_MAX))) {
            InetAddress address = parse(hop.strip());
            if (address == null) {
                // Nobody we trust writes that: whoever did counts as the balancer that let it through.
                return nearest;
            }
            nearest = address;
            if (!isTrusted(address)) {
                return address;
            }
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /** An address as balancers write it: some add the port. Names are never looked up. */
    private static @Nullable InetAddress parse(String hop) {
        String text = hop;
        if (hop.startsWith("[") && hop.indexOf(']') > 0) {
            text = hop.substring(1, hop.indexOf(']'));
        } else if (hop.indexOf(':') == hop.lastIndexOf(':') && hop.indexOf(':') > 0) {
            text = hop.substring(0, hop.indexOf(':'));
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
