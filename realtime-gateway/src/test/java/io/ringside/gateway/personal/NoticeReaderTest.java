package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.PurgeOptions;
import io.ringside.contracts.Subjects;
import io.ringside.gateway.journey.Notices;
import io.ringside.gateway.nats.Interposed;
import io.ringside.gateway.nats.NatsParts;
import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.protocol.Subscribed;
import io.ringside.testkit.Floor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads of several batches, of a stream that changes between two of them. */
class NoticeReaderTest {
    private static final String EPOCH = "2026-11-21T09:00:00Z";
    /** More than one batch. */
    private static final int PUBLISHED = 200;

    private static final AtomicInteger USERS = new AtomicInteger();

    private final String user = "read-" + USERS.incrementAndGet();
    private final Connection nats = Floor.shared().connect();
    private final Notices alerts = Notices.ofAlerts(nats, user);
    private final History history = new History(Gathered.MESSAGES_MAX);
    /** What the stream had before the user's first message. */
    private long before;

    @BeforeEach
    void start() throws Exception {
        before = nats.jetStreamManagement()
                .getStreamInfo("ALERTS")
                .getStreamState()
                .getLastSequence();
    }

    @AfterEach
    void stop() throws InterruptedException {
        nats.close();
    }

    @Test
    void readsAsMuchAsTheStreamKeepsOfAUserSoThatWhoMissedAThousandIsSentThemAll() throws Exception {
        alerts.publish(Gathered.MESSAGES_MAX);
        read(nth(1), () -> {});
        assertThat(history.answer(at(nth(1)), EPOCH)).isEqualTo(Subscribed.replay(at(nth(1_001)), 1_000));
        assertThat(links(nth(1))).hasSize(1_000).startsWith("1>2").endsWith("1000>1001");
    }

    @Test
    void readsAllOfAThousandToWhoeverWasThereBeforeTheFirst() throws Exception {
        alerts.publish(History.NOTICES_MAX);
        read(0, () -> {});
        assertThat(history.answer(at(0), EPOCH)).isEqualTo(Subscribed.replay(at(nth(1_000)), 1_000));
    }

    @Test
    void whatWasSettledWhileItWasReadIsSaidToBeGone() throws Exception {
        alerts.publish(PUBLISHED);
        read(nth(1), () -> {
            alerts.publish(5);
            alerts.settle();
            alerts.publish(2);
        });
        assertThat(links(nth(0))).containsExactly("205>206", "206>207", "207>208");
        assertThat(history.answer(at(nth(1)), EPOCH))
                .isEqualTo(Subscribed.gap(at(nth(208)), 3, nth(206), Subscribed.Gap.EVICTED));
    }

    @Test
    void whoeverWasSentWhatIsSettledWhileTheRestIsReadFindsTheHole() throws Exception {
        alerts.publish(1);
        read(0, () -> {});
        alerts.publish(PUBLISHED);
        read(nth(1), alerts::settle);
        assertThat(links(nth(1))).as("the client stands at 1").containsExactly("201>202");
        assertThat(history.answer(at(nth(1)), EPOCH))
                .isEqualTo(Subscribed.gap(at(nth(202)), 1, nth(202), Subscribed.Gap.EVICTED));
    }

    @Test
    void whatASettlementItselfWasForgottenForIsSaidToBeGoneToo() throws Exception {
        alerts.publish(PUBLISHED);
        read(nth(1), () -> {
            alerts.settle();
            alerts.publish(9);
            forgetAllBut(4);
        });
        assertThat(links(nth(0))).containsExactly("206>207", "207>208", "208>209", "209>210");
        assertThat(history.answer(at(nth(1)), EPOCH))
                .isEqualTo(Subscribed.gap(at(nth(210)), 4, nth(207), Subscribed.Gap.EVICTED));
    }

    @Test
    void whatIsForgottenAtTheOldEndWhileItIsReadIsNoHoleInTheRest() throws Exception {
        alerts.publish(PUBLISHED);
        read(nth(1), () -> forgetAllBut(PUBLISHED - 10));
        assertThat(history.answer(at(nth(1)), EPOCH)).isEqualTo(Subscribed.replay(at(nth(PUBLISHED)), PUBLISHED - 1));
    }

    /** Takes in what the stream has from there on, with something between the first batch and the second. */
    private void read(long from, Runnable between) throws Exception {
        AtomicInteger batches = new AtomicInteger();
        Connection interposed = Interposed.before(nats, "publish", arguments -> {
            if (batches.incrementAndGet() == 2) {
                between.run();
            }
        });
        NoticeStreams streams = new JetStreamNoticeStreams(
                interposed,
                NatsParts.directGet(interposed),
                NatsParts.roundTrips(interposed),
                NatsParts.signs(interposed));
        NoticeReader reader = new NoticeReader(streams, new VirtualThreads());
        NoticeReader.Read read =
                reader.read(new Subject(Personal.ALERTS, user), streams.identity(Personal.ALERTS), from);
        history.read(read.from(), read.notices());
    }

    private void forgetAllBut(int newest) {
        try {
            PurgeOptions old = PurgeOptions.builder()
                    .subject(Subjects.alerts(user))
                    .keep(newest)
                    .build();
            nats.jetStreamManagement().purgeStream("ALERTS", old);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> links(long after) {
        List<String> links = new ArrayList<>();
        for (Push push = history.after(after); push != null; push = history.after(push.sequence())) {
            links.add((push.previous() - before) + ">" + (push.sequence() - before));
        }
        return links;
    }

    private long nth(long message) {
        return before + message;
    }

    private static Position at(long sequence) {
        return new Position(EPOCH, sequence);
    }
}
