package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.ringside.gateway.frame.Unsent;
import io.ringside.gateway.nats.Interposed;
import io.ringside.gateway.nats.NatsParts;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sockets that come and go while what they asked for is under way. */
class PersonalChannelsTest {
    private static final String USER = "restless";

    private final Connection nats = Floor.shared().connect();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() throws InterruptedException {
        nats.close();
    }

    @Test
    void whoStaysIsKeptAndAnswered() {
        PersonalChannels channels = channels(nats);
        channels.takeIn(Personal.ALERTS, USER, follower("first", new CompletableFuture<>()));
        follow(channels, "second");
        assertThat(told).containsExactly("first: gap", "second: gap");
        assertThat(followers()).isEqualTo(2);
    }

    @Test
    void whoLeavesBeforeThereIsAChannelIsNotKept() {
        PersonalChannels channels = channels(nats);
        Follower gone = follower("gone", new CompletableFuture<>());
        channels.leave(Personal.ALERTS, USER, gone);
        channels.takeIn(Personal.ALERTS, USER, gone);
        assertThat(followers()).isZero();
        follow(channels, "next");
        assertThat(told).containsExactly("next: gap");
    }

    @Test
    void whoLeavesWhileItsChannelIsMadeIsNotKept() {
        leavesBefore("flush");
    }

    @Test
    void whoLeavesWhileItsChannelIsReadIsNotKept() {
        leavesBefore("publish");
    }

    @Test
    void whoLeavesBeforeItsChannelTurnsOutNotToBeThereIsToldNothing() {
        List<Runnable> meanwhile = new ArrayList<>();
        PersonalChannels channels = channels(Interposed.before(nats, "flush", arguments -> {
            meanwhile.forEach(Runnable::run);
            throw new TimeoutException("by hand");
        }));
        channels.takeIn(Personal.ALERTS, USER, follower("there", new CompletableFuture<>()));
        Follower gone = follower("gone", new CompletableFuture<>());
        meanwhile.add(() -> channels.leave(Personal.ALERTS, USER, gone));
        channels.takeIn(Personal.ALERTS, USER, gone);
        assertThat(told).containsExactly("there: UNAVAILABLE");
        assertThat(followers()).isZero();
    }

    /** One follower leaves before the gateway's first call of this method; the next one stays. */
    private void leavesBefore(String method) {
        CompletableFuture<PersonalChannels> made = new CompletableFuture<>();
        CompletableFuture<Void> left = new CompletableFuture<>();
        Follower gone = follower("gone", new CompletableFuture<>());
        PersonalChannels channels = channels(Interposed.before(nats, method, arguments -> {
            made.get().leave(Personal.ALERTS, USER, gone);
            left.complete(null);
        }));
        made.complete(channels);
        channels.takeIn(Personal.ALERTS, USER, gone);
        await(left);
        assertThat(followers()).isZero();
        follow(channels, "next");
        assertThat(told).as("the one before would have been answered first").containsExactly("next: gap");
        assertThat(followers()).isEqualTo(1);
    }

    /** Comes, and has its answer when this returns. */
    private void follow(PersonalChannels channels, String name) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        channels.takeIn(Personal.ALERTS, USER, follower(name, answered));
        await(answered);
    }

    private Follower follower(String name, CompletableFuture<Void> answered) {
        return new Follower(
                Unsent.outbound(),
                null,
                (how, start) -> {
                    told.add(name + ": " + how.mode());
                    answered.complete(null);
                },
                trouble -> told.add(name + ": " + trouble));
    }

    private PersonalChannels channels(Connection connection) {
        NoticeStreams streams = new JetStreamNoticeStreams(
                connection,
                NatsParts.directGet(connection),
                NatsParts.roundTrips(connection),
                NatsParts.signs(connection));
        Work work = new VirtualThreads();
        return new PersonalChannels(streams, new NoticeReader(streams, work), work, new ReplayMeter(meters));
    }

    private int followers() {
        return (int) meters.get("ringside.gateway.followers").gauge().value();
    }

    private static void await(CompletableFuture<Void> future) {
        future.orTimeout(Eventually.DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
