package io.ringside.gateway.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.ringside.gateway.watch.Suspicion;
import io.ringside.gateway.watch.Suspicions;
import java.net.InetAddress;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Looks at how calls end: who asks for what is not his, or sends what nobody can read. */
@ServerFilter("/api/**")
final class SuspiciousCalls {
    /** What is refused there is refused because of the role; elsewhere, because of the account. */
    private static final String BY_ROLE = "/api/v1/ops/";

    private final ClientAddresses addresses;
    private final Suspicions suspicions;

    SuspiciousCalls(ClientAddresses addresses, Suspicions suspicions) {
        this.addresses = addresses;
        this.suspicions = suspicions;
    }

    /** Before all others, so that it sees what they answer in place of a route. */
    @ResponseFilter
    @Order(Integer.MIN_VALUE)
    void look(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.code() != HttpStatus.FORBIDDEN.getCode() && response.code() != HttpStatus.BAD_REQUEST.getCode()) {
            return;
        }
        InetAddress address = addresses.of(request);
        @Nullable
        String user = request.getUserPrincipal().map(Principal::getName).orElse(null);
        String correlation = Correlation.of(request);
        if (response.code() == HttpStatus.BAD_REQUEST.getCode()) {
            suspicions.malformed(address, user, correlation);
        } else {
            boolean byRole = request.getPath().startsWith(BY_ROLE);
            suspicions.note(byRole ? Suspicion.FORBIDDEN_CALL : Suspicion.FOREIGN_ACCOUNT, address, user, correlation);
        }
    }
}
