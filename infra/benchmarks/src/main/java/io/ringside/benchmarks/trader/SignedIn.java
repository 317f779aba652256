package io.ringside.benchmarks.trader;

import io.micronaut.json.tree.JsonNode;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One user's sign-in: access token, refresh token, tickets. What expired is renewed when it is needed. */
public final class SignedIn {
    private static final int UNAUTHENTICATED = 401;

    private final GatewayHttp http;
    private final String user;
    private final String password;
    private volatile @Nullable String access;
    private volatile @Nullable String refresh;

    public SignedIn(GatewayHttp http, String user, String password) {
        this.http = http;
        this.user = user;
        this.password = password;
    }

    public String user() {
        return user;
    }

    /** A ticket for one socket. */
    public CompletableFuture<String> ticket() {
        return authorised(token -> http.post("/api/session/ticket", token, ""))
                .thenApply(answer -> text(answer, "ticket"));
    }

    /** A query. */
    public CompletableFuture<JsonNode> get(String path) {
        return authorised(token -> http.get(path, token));
    }

    /** Fresh tokens before the old ones expire. */
    public CompletableFuture<Void> renew() {
        String used = refresh;
        refresh = null;
        CompletableFuture<Void> renewed = used == null
                ? CompletableFuture.failedFuture(new IllegalStateException("no refresh token"))
                : http.post("/api/session/refresh", null, "{\"refreshToken\":\"" + used + "\"}")
                        .thenAccept(this::keep);
        return renewed.exceptionallyCompose(failure -> signIn());
    }

    private CompletableFuture<Void> signIn() {
        return http.post("/api/session", null, "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}")
                .thenAccept(this::keep);
    }

    private CompletableFuture<JsonNode> authorised(
            java.util.function.Function<String, CompletableFuture<JsonNode>> call) {
        String token = access;
        if (token == null) {
            return signIn().thenCompose(signed -> call.apply(Objects.requireNonNull(access)));
        }
        return call.apply(token).exceptionallyCompose(failure -> {
            if (!isUnauthenticated(failure)) {
                return CompletableFuture.failedFuture(failure);
            }
            return renew().thenCompose(renewed -> call.apply(Objects.requireNonNull(access)));
        });
    }

    private void keep(JsonNode grant) {
        access = text(grant, "accessToken");
        refresh = text(grant, "refreshToken");
    }

    private static boolean isUnauthenticated(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof GatewayHttp.RefusedException refused && refused.status() == UNAUTHENTICATED;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString()) {
            throw new IllegalStateException("the gateway's answer lacks " + field);
        }
        return value.getStringValue();
    }
}
