package io.ringside.benchmarks.load;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Users whose orders come at a given rate at random moments, one user after the other. A slow floor does not slow
 * them down:
 * an order's latency counts from the moment at which it was due, not from when it could be sent.
 */
public final class OpenLoop implements AutoCloseable {
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(90);
    private static final Duration SETTLE_DEADLINE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final GatewayHttp http;
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("load", true), NioIoHandler.newFactory());
    private final List<BenchTrader> traders = new ArrayList<>();
    private final InstantSource clock;
    private final SplittableRandom random;
    private int turn;

    /** Signs the users in and connects them. */
    public OpenLoop(ReadyFloor floor, int users, List<String> instruments, long seed, InstantSource clock) {
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        this.http = new GatewayHttp(floor.gateway());
        for (ReadyFloor.Login login : floor.benchTraders().subList(0, users)) {
            SignedIn signedIn = new SignedIn(http, login.user(), login.password());
            BenchTrader trader = new BenchTrader(
                    signedIn,
                    login.accounts().getFirst(),
                    instruments,
                    "b" + clock.millis() + '-',
                    http.gateway(),
                    loops.next(),
                    clock,
                    random.split());
            traders.add(trader);
            trader.start();
            // One after the other: a password check is costly on purpose.
            await(CONNECT_DEADLINE, login.user() + " is not connected", () -> ask(trader, BenchTrader::isConnected));
        }
    }

    /** Sends at this rate for so long, then waits for what is still under way. */
    public LoadResult run(int ordersPerSecond, Duration length) {
        for (BenchTrader trader : traders) {
            ask(trader, BenchTrader::takeFlights);
        }
        long refusedBefore = refused();
        send(ordersPerSecond, length);
        long end = System.nanoTime() + SETTLE_DEADLINE.toNanos();
        while (underWay() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        List<Flight> flights = new ArrayList<>();
        for (BenchTrader trader : traders) {
            flights.addAll(ask(trader, BenchTrader::takeFlights));
        }
        return new LoadResult(flights, refused() - refusedBefore);
    }

    /** Orders whose end is not known yet. */
    public int underWay() {
        return traders.stream()
                .mapToInt(trader -> ask(trader, BenchTrader::underWay))
                .sum();
    }

    @Override
    public void close() {
        traders.forEach(BenchTrader::stop);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        http.close();
    }

    private void send(int ordersPerSecond, Duration length) {
        double gapNanos = (double) TimeUnit.SECONDS.toNanos(1) / ordersPerSecond;
        long start = System.nanoTime();
        Instant startAt = clock.instant();
        long end = start + length.toNanos();
        double due = start;
        while (due < end) {
            long wait = (long) due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
                continue;
            }
            BenchTrader trader = traders.get(turn++ % traders.size());
            long dueNanos = (long) due;
            loops.next().execute(() -> trader.send(dueNanos, startAt.plusNanos(dueNanos - start)));
            due -= Math.log(1 - random.nextDouble()) * gapNanos;
        }
    }

    private long refused() {
        return traders.stream()
                .mapToLong(trader -> ask(trader, BenchTrader::refusals))
                .sum();
    }

    private <T> T ask(BenchTrader trader, Function<BenchTrader, T> question) {
        return CompletableFuture.supplyAsync(() -> question.apply(trader), loops.next())
                .join();
    }

    private static void await(Duration deadline, String otherwise, java.util.function.BooleanSupplier holds) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise + " after " + deadline.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
