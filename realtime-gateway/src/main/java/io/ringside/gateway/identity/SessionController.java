package io.ringside.gateway.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.gateway.frame.TransportName;
import io.ringside.gateway.http.ClientAddresses;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.json.Fields;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.json.StrictJson;
import io.ringside.gateway.steering.Steering;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /api/session}: sign-in, renewal, sign-out and tickets for sockets. */
@Controller("/api/v1/session")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionController {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern PASSWORD = Pattern.compile("(?s).{1," + PasswordHash.PASSWORD_CHARACTERS_MAX + "}");
    private static final Pattern REFRESH_TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SignIn signIn;
    private final InstantSource clock;
    private final ClientAddresses addresses;
    private final Steering steering;

    SessionController(SignIn signIn, InstantSource clock, ClientAddresses addresses, Steering steering) {
        this.steering = steering;
        this.signIn = signIn;
        this.clock = clock;
        this.addresses = addresses;
    }

    /** What a client gets for a sign-in or a renewal. */
    @Serdeable
    record SessionAnswer(
            String accessToken, Instant accessExpiresAt, String refreshToken, Instant refreshExpiresAt, Trader user) {
        static SessionAnswer of(SignIn.Session session) {
            return new SessionAnswer(
                    session.access().text(),
                    session.access().expiresAt(),
                    session.refreshToken(),
                    session.refreshExpiresAt(),
                    session.trader());
        }
    }

    /**
     * A ticket for one session.
     *
     * @param transport what is to carry that session: {@code socket}, {@code sse} or {@code poll}; absent where the
     *     client may choose
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TicketAnswer(
            String ticket, Instant expiresAt, @Nullable String transport) {}

    @Post
    @Consumes("*/*")
    @Secured(SecurityRule.IS_ANONYMOUS)
    SessionAnswer signIn(HttpRequest<?> request, @Body byte @Nullable [] body) {
        try {
            Fields fields = fields(body);
            String user = fields.text("user", USER, "must be 1 to 64 letters, digits, hyphens or underscores");
            String password = fields.text("password", PASSWORD, "must be 1 to 128 characters");
            fields.nothingElse();
            return SessionAnswer.of(signIn.signIn(user, password, Visitor.of(request, addresses)));
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    @Post("/refresh")
    @Consumes("*/*")
    @Secured(SecurityRule.IS_ANONYMOUS)
    SessionAnswer refresh(HttpRequest<?> request, @Body byte @Nullable [] body) {
        try {
            Fields fields = fields(body);
            String token = fields.text("refreshToken", REFRESH_TOKEN, "must be a refresh token");
            fields.nothingElse();
            return SessionAnswer.of(signIn.refresh(token, Visitor.of(request, addresses), clock.instant()));
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    @Delete
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> signOut(Authentication caller) {
        signIn.signOut(Callers.grant(caller));
        return HttpResponse.noContent();
    }

    @Post("/ticket")
    @Consumes("*/*")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    TicketAnswer ticket(HttpRequest<?> request, Authentication caller) {
        Grant grant = Callers.grant(caller);
        Tokens.Issued ticket = signIn.ticket(grant, Visitor.of(request, addresses), clock.instant());
        String transport = steering.of(grant.user()).map(TransportName::word).orElse(null);
        return new TicketAnswer(ticket.text(), ticket.expiresAt(), transport);
    }

    private static Fields fields(byte @Nullable [] body) throws Malformed {
        return Fields.of("", StrictJson.object(body == null ? new byte[0] : body));
    }
}
