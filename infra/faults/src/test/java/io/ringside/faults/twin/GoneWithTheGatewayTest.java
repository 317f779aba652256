package io.ringside.faults.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.testkit.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is killed says no goodbye for its people: who has nobody else is gone, and everybody sees it. */
class GoneWithTheGatewayTest {
    /** What the protocol promises. */
    private static final long SEEN_OFFLINE_WITHIN_MS = 5_000;

    private static final int WATCHER = 0;
    private static final int ONLY_NORTH = 1;
    private static final int ON_BOTH = 2;

    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("onlookers", true), NioIoHandler.newFactory());
    private TwinGateways gateways;
    private GatewayHttp north;
    private GatewayHttp south;
    private List<Onlooker> people;

    @BeforeEach
    void start(@TempDir Path logs) {
        gateways = new TwinGateways(logs, 3);
        gateways.startFunction("presence-tick");
        north = new GatewayHttp(gateways.address("north"));
        south = new GatewayHttp(gateways.address("south"));
        EventLoop loop = loops.next();
        people = List.of(
                new Onlooker(WATCHER, south, loop),
                new Onlooker(ONLY_NORTH, north, loop),
                new Onlooker(ON_BOTH, north, loop),
                new Onlooker(ON_BOTH, south, loop));
        Eventually.holds("everybody is served", () -> people.stream().allMatch(Onlooker::isThere));
    }

    @AfterEach
    void stop() {
        people.forEach(Onlooker::leave);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        north.close();
        south.close();
        gateways.close();
    }

    @Test
    void isSeenOfflineWithinFiveSecondsUnlessAnotherConnectionIsLeft() {
        Onlooker watcher = people.getFirst();
        Eventually.holds(
                "all are seen active",
                () -> isLast(watcher, ONLY_NORTH, "ACTIVE") && isLast(watcher, ON_BOTH, "ACTIVE"));
        int before = watcher.of(ON_BOTH).size();

        long killed = System.nanoTime();
        gateways.kill("north");
        Eventually.holds("who had only that gateway is seen offline", () -> isLast(watcher, ONLY_NORTH, "OFFLINE"));

        assertThat(watcher.of(ONLY_NORTH).getLast().msAfter(killed))
                .as("milliseconds from the kill")
                .isLessThanOrEqualTo(SEEN_OFFLINE_WITHIN_MS);

        gateways.start("north");
        Eventually.holds("who came back is seen active", () -> isLast(watcher, ONLY_NORTH, "ACTIVE"));
        assertThat(watcher.statuses(ON_BOTH)
                        .subList(before - 1, watcher.of(ON_BOTH).size()))
                .as("who had another gateway was there all the time")
                .containsExactly("ACTIVE");
    }

    private static boolean isLast(Onlooker watcher, int number, String status) {
        List<String> statuses = watcher.statuses(number);
        return !statuses.isEmpty() && statuses.getLast().equals(status);
    }
}
