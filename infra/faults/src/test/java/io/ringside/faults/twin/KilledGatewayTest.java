package io.ringside.faults.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.MessageInfo;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.contracts.Wire;
import io.ringside.contracts.Wire.UndecodableException;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.StoredMessages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledGatewayTest {
    private static final int PEOPLE = 6;
    private static final int TURNS = 30;
    /** The close code of a gateway that stops. */
    private static final int RESTART = 1012;

    private static final int BURST = 20;

    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("witnesses", true), NioIoHandler.newFactory());
    private TwinGateways gateways;
    private GatewayHttp http;
    private List<Witness> traders;

    @BeforeEach
    void start(@TempDir Path logs) {
        gateways = new TwinGateways(logs, PEOPLE);
        http = new GatewayHttp(gateways.address());
        traders = IntStream.range(0, PEOPLE)
                .mapToObj(number -> new Witness(number, http, loops.next()))
                .toList();
        Eventually.holds("everybody is served", () -> serving().stream().noneMatch(String::isEmpty));
    }

    @AfterEach
    void stop() {
        traders.forEach(Witness::leave);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        http.close();
        gateways.close();
    }

    @Test
    void killingEitherGatewayAndARollingRestartUnderLoadLoseNothingAndDoubleNothing() {
        int turns;
        try (Stress stress = new Stress(traders, gateways.nats())) {
            awaitTurns(stress);
            assertThat(serving()).contains("north", "south");

            strike("north");
            Eventually.holds(
                    "all are served by the other", () -> serving().stream().allMatch("south"::equals));
            awaitTurns(stress);

            gateways.start("north");
            gateways.awaitReady();
            strike("south");
            Eventually.holds(
                    "all are served by the first", () -> serving().stream().allMatch("north"::equals));
            awaitTurns(stress);

            stopWhileTheOtherServes("north", "south", stress);
            stopWhileTheOtherServes("south", "north", stress);
            stress.close();
            turns = stress.turns();
        }
        Eventually.holds("all is told and answered", () -> traders.stream()
                .allMatch(each -> each.received().size() >= each.asked().size()
                        && each.notices().size() >= turns));
        traders.forEach(each -> assertWhole(each, turns));
        assertThat(traders.stream().mapToInt(Witness::doubts).sum())
                .as("commands that were under way")
                .isPositive();
        assertThat(stored())
                .containsExactlyInAnyOrderElementsOf(
                        traders.stream().flatMap(each -> each.asked().stream()).toList());
    }

    /** Starts the one that is away, then asks the first to stop, as a rolling restart does. */
    private void stopWhileTheOtherServes(String leaving, String staying, Stress stress) {
        gateways.start(staying);
        gateways.awaitReady();
        gateways.stop(leaving);
        Eventually.holds(
                "all went to the other when asked to", () -> serving().stream().allMatch(staying::equals));
        assertThat(traders).as("whoever was there was told to come back").allMatch(each -> each.lastEnd() == RESTART);
        awaitTurns(stress);
    }

    /** Kills a gateway right after everybody has asked for much. */
    private void strike(String node) {
        for (int i = 0; i < BURST; i++) {
            traders.forEach(Witness::ask);
        }
        gateways.kill(node);
    }

    private static void assertWhole(Witness trader, int turns) {
        assertThat(trader.notices())
                .as("what was told " + trader.user() + " by " + trader.nodes())
                .containsExactlyElementsOf(IntStream.range(0, turns).boxed().toList());
        assertThat(trader.received()).containsExactlyInAnyOrderElementsOf(trader.asked());
        assertThat(trader.refused()).isEmpty();
        assertThat(trader.modes().getFirst()).isEqualTo("gap");
        assertThat(trader.modes().stream().skip(1)).isNotEmpty().allMatch(mode -> !mode.equals("gap"));
    }

    /** Client order ids of all commands that the floor would execute. */
    private List<String> stored() {
        return StoredMessages.in(gateways.nats(), "COMMANDS", "cmd.order.>").stream()
                .map(KilledGatewayTest::clientOrderId)
                .toList();
    }

    private static String clientOrderId(MessageInfo command) {
        try {
            return Wire.decode(command.getData(), SubmitOrder.class).clientOrderId();
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitTurns(Stress stress) {
        int now = stress.turns();
        Eventually.holds("work is done", () -> stress.turns() >= now + TURNS);
    }

    private List<String> serving() {
        return traders.stream().map(Witness::node).toList();
    }
}
