package io.ringside.benchmarks.wire;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Clients of one server, all of them on one event loop, from many addresses of this machine: ports run out. */
public final class WireCrowd implements AutoCloseable {
    /** Addresses that clients come from. */
    private static final int SOURCES = 250;

    private static final long START_VALUE = 20_261_122;

    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("wire", true), NioIoHandler.newFactory());
    private final EventLoop loop = loops.next();
    private final SplittableRandom random = new SplittableRandom(START_VALUE);
    private final InetSocketAddress server;
    private int made;

    public WireCrowd(InetSocketAddress server) {
        this.server = server;
    }

    /**
     * Who came in and who did not.
     *
     * @param failure what the first one said that did not, empty when all came
     */
    public record Attendance(List<Arrival> arrivals, int absent, String failure) {}

    /** One more client; it is not open yet. */
    public WireClient client(Dialect dialect, Hearing hearing) {
        InetSocketAddress source = new InetSocketAddress("127.0.1." + (1 + made++ % SOURCES), 0);
        return new WireClient(loop, server, source, dialect, hearing, random.split());
    }

    /**
     * Opens them at this rate, whatever the server does.
     *
     * @param missed messages that each has to hear before it counts as come
     * @param patienceSeconds how long the last one may take
     */
    public Attendance open(List<WireClient> clients, double perSecond, int missed, int patienceSeconds) {
        double gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long start = System.nanoTime();
        List<CompletableFuture<Arrival>> coming = new ArrayList<>(clients.size());
        for (WireClient client : clients) {
            long wait = start + (long) (coming.size() * gapNanos) - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            coming.add(client.open(missed));
        }
        return attendance(coming, System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds));
    }

    /** They go without a word. */
    public void drop(List<WireClient> clients) {
        clients.forEach(WireClient::drop);
        on(() -> true);
    }

    /** Asks something on the event loop, after all that was asked of it before. */
    public <T> T on(Callable<T> question) {
        try {
            return loop.submit(question).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static Attendance attendance(List<CompletableFuture<Arrival>> coming, long endNanos) {
        List<Arrival> arrivals = new ArrayList<>(coming.size());
        String failure = "";
        for (CompletableFuture<Arrival> each : coming) {
            try {
                arrivals.add(each.get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                failure = failure.isEmpty() ? String.valueOf(e.getCause()) : failure;
            } catch (TimeoutException e) {
                failure = failure.isEmpty() ? "not there in time" : failure;
            }
        }
        return new Attendance(arrivals, coming.size() - arrivals.size(), failure);
    }
}
