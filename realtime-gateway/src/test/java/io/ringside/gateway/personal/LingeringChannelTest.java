package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.gateway.frame.Unsent;
import io.ringside.gateway.recovery.Branches;
import io.ringside.gateway.recovery.Turns;
import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A channel outlives its last follower for a minute, because clients come back. */
class LingeringChannelTest {
    private static final String USER = "ann";

    private final Random random = new Random(1);
    private final Turns turns = new Turns(random, HandMovedClock.at("2026-11-21T09:00:00Z"));
    private final Branches branches = new Branches();
    private final SimulatedServer server =
            new SimulatedServer(random, turns, branches, new SimulatedServer.Shape(10, 128, 0));
    private final SimulatedNode node = server.node();
    private final PersonalChannels channels = node.channels(new SimpleMeterRegistry());
    private final List<String> told = new ArrayList<>();

    @Test
    void isDroppedWhenNobodyHasFollowedItForAMinute() {
        Follower follower = follow();
        assertThat(node.hears(Personal.INBOX, USER)).isTrue();
        channels.leave(Personal.INBOX, USER, follower);
        turns.pass(Duration.ofSeconds(59));
        assertThat(node.hears(Personal.INBOX, USER)).isTrue();
        turns.pass(Duration.ofSeconds(2));
        assertThat(node.hears(Personal.INBOX, USER)).isFalse();
    }

    @Test
    void staysForWhoeverCameBackInTime() {
        channels.leave(Personal.INBOX, USER, follow());
        turns.pass(Duration.ofSeconds(59));
        follow();
        turns.pass(Duration.ofSeconds(600));
        assertThat(node.hears(Personal.INBOX, USER)).isTrue();
    }

    @Test
    void whoComesAfterItWasDroppedFindsAnother() {
        channels.leave(Personal.INBOX, USER, follow());
        turns.pass(Duration.ofSeconds(61));
        server.publish(Personal.INBOX, USER);
        follow();
        assertThat(told).containsExactly("gap 0", "gap 1");
    }

    private Follower follow() {
        Follower follower = new Follower(
                Unsent.outbound(),
                null,
                (how, start) -> told.add(how.mode() + ' ' + how.count()),
                trouble -> told.add(trouble.name()));
        channels.follow(Personal.INBOX, USER, follower);
        turns.settle();
        return follower;
    }
}
