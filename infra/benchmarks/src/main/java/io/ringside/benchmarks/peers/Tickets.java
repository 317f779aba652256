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
import java.util.concurrent.TimeUnit;

/** Users of a gateway who are signed in, and the tickets that their sockets are opened with. */
final class Tickets implements AutoCloseable {
    /** As many password checks at once as the gateway makes. */
    private static final int SIGN_INS_AT_ONCE = 4;
    /** Connections that ask for tickets. */
    private static final int TICKETS_AT_ONCE = 32;
    /** Tokens that are older are renewed; they last five minutes. */
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(2);

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
            asked.add(owner.ticket().thenAccept(((RingsideDialect) client)::ticket));
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
                asked.add(user.renew());
            }
        }
        all(asked);
    }

    private static void all(List<CompletableFuture<Void>> asked) {
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).join();
        asked.clear();
    }
}
