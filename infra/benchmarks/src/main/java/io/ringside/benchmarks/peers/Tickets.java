package io.ringside.benchmarks.peers;

import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.wire.Dialect;
import io.ringside.benchmarks.wire.RingsideDialect;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Users of a gateway who are signed in, and the tickets that their sockets are opened with. */
final class Tickets implements AutoCloseable {
    /** As many password checks at once as the gateway makes. */
    private static final int SIGN_INS_AT_ONCE = 4;
    /** Connections that ask for tickets. */
    private static final int TICKETS_AT_ONCE = 32;
    /** Tokens that are older are renewed; they last five minutes. */
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(2);

    private static final int UNAVAILABLE = 503;
    private static final int ATTEMPTS_MAX = 20;
    private static final int RETRY_SECONDS = 1;

    private final GatewayHttp http;
    private final List<SignedIn> users = new ArrayList<>();
    private final Map<SignedIn, Long> renewed = new IdentityHashMap<>();
    private final Map<Dialect, SignedIn> owners = new WeakHashMap<>();

    Tickets(URI gateway, List<ReadyFloor.Login> logins) {
        http = new GatewayHttp(gateway);
        logins.forEach(login -> users.add(new SignedIn(http, login.user(), login.password())));
    }

    /** The name of a user. */
    String user(int number) {
        return users.get(number).user();
    }

    /** A client of the user with this number. */
    RingsideDialect client(int user, List<String> channels) {
        RingsideDialect dialect = new RingsideDialect(http.gateway().toString(), channels);
        owners.put(dialect, users.get(user));
        return dialect;
    }

    /** Signs in the first so many users. */
    void signIn(int count) {
        renew(users.subList(0, count));
    }

    /** Gives each a ticket. */
    void admit(List<Dialect> clients) {
        Map<Dialect, SignedIn> coming = new LinkedHashMap<>();
        clients.forEach(client -> coming.put(client, owners.get(client)));
        renew(coming.values());
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        coming.forEach((client, owner) -> {
            if (asked.size() == TICKETS_AT_ONCE) {
                all(asked);
            }
            asked.add(patiently(() -> owner.ticket().thenAccept(((RingsideDialect) client)::ticket), ATTEMPTS_MAX));
        });
        all(asked);
    }

    @Override
    public void close() {
        http.close();
    }

    private void renew(Collection<SignedIn> wanted) {
        long now = System.nanoTime();
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        for (SignedIn user : wanted) {
            Long last = renewed.get(user);
            if (last == null || now - last > FRESH_NANOS) {
                if (asked.size() == SIGN_INS_AT_ONCE) {
                    all(asked);
                }
                renewed.put(user, now);
                asked.add(patiently(user::renew, ATTEMPTS_MAX));
            }
        }
        all(asked);
    }

    /** A gateway that is busy is asked again a second later, as it says itself. */
    private static CompletableFuture<Void> patiently(Supplier<CompletableFuture<Void>> ask, int attempts) {
        return ask.get().exceptionallyCompose(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (attempts > 1 && cause instanceof GatewayHttp.RefusedException busy && busy.status() == UNAVAILABLE) {
                return CompletableFuture.supplyAsync(
                                () -> patiently(ask, attempts - 1),
                                CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS))
                        .thenCompose(again -> again);
            }
            return CompletableFuture.failedFuture(failure);
        });
    }

    private static void all(List<CompletableFuture<Void>> asked) {
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).join();
        asked.clear();
    }
}
