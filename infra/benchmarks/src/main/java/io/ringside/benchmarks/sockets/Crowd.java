package io.ringside.benchmarks.sockets;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** People who look on, and the sockets that they open, all of them on one event loop. */
final class Crowd implements AutoCloseable {
    /** As many password checks at once as the gateway makes. */
    private static final int SIGN_INS_AT_ONCE = 4;
    /** Addresses of this machine that sockets come from, since the gateway limits what one address may begin. */
    private static final int SOURCES = 100;
    /** Longer than a backlog takes on this machine, for a whole crowd that comes at once. */
    private static final long ARRIVAL_SECONDS_MAX = 60;
    /** Longer than presence waits for somebody to come back. */
    private static final Duration FAREWELL = Duration.ofSeconds(6);

    private final GatewayHttp http;
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("crowd", true), NioIoHandler.newFactory());
    private final List<SignedIn> users = new ArrayList<>();

    Crowd(ReadyFloor floor) {
        http = new GatewayHttp(floor.gateway());
        for (ReadyFloor.Login login : floor.crowd()) {
            users.add(new SignedIn(http, login.user(), login.password()));
        }
        if (users.isEmpty()) {
            throw new IllegalArgumentException("the floor has no crowd: start it with --bench-crowd");
        }
    }

    /** How many people there are. */
    int size() {
        return users.size();
    }

    /** Fresh tokens for everybody; the first time that costs a password check each. */
    void signIn() {
        for (int from = 0; from < users.size(); from += SIGN_INS_AT_ONCE) {
            List<SignedIn> some = users.subList(from, Math.min(users.size(), from + SIGN_INS_AT_ONCE));
            all(some.stream().map(SignedIn::renew).toList());
        }
    }

    /** Sockets that are not open yet, of one user after the other. */
    List<Ear> ears(int sockets, List<String> channels, Ear.Hearing hearing) {
        return IntStream.range(0, sockets)
                .mapToObj(at -> new Ear(
                        users.get(at % users.size()), http.gateway(), source(at), loops.next(), channels, hearing))
                .toList();
    }

    /** Opens them at this rate, whatever the gateway does, and waits until the last one has what it missed. */
    List<Ear.Times> open(List<Ear> ears, double perSecond) {
        double gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long start = System.nanoTime();
        List<CompletableFuture<Ear.Times>> coming = new ArrayList<>();
        for (Ear ear : ears) {
            long wait = start + (long) (coming.size() * gapNanos) - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            coming.add(ear.open());
        }
        return all(coming);
    }

    /** They go, and the gateway has forgotten them. */
    void leave(List<Ear> ears) {
        ears.forEach(Ear::close);
        LockSupport.parkNanos(FAREWELL.toNanos());
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        http.close();
    }

    private static SocketAddress source(int at) {
        return new InetSocketAddress("127.0.1." + (1 + at % SOURCES), 0);
    }

    private static <T> List<T> all(List<CompletableFuture<T>> futures) {
        try {
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                    .orTimeout(ARRIVAL_SECONDS_MAX, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            long failed = futures.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .count();
            throw new IllegalStateException(failed + " of " + futures.size() + " did not come in: " + e.getCause(), e);
        }
        return futures.stream().map(CompletableFuture::join).toList();
    }
}
