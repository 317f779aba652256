package io.ringside.gateway.recovery;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import io.ringside.gateway.journey.FloorPeople;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import io.ringside.testkit.MadeAgain;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same client, with real gateways, a real nats-server and real sockets: what is simulated elsewhere is true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealHistoriesTest {
    private static final int HISTORIES = 200;
    /** Of so many, one does what has to be seen at least once. */
    private static final int EVERY = 5;

    private static final int AT_ONCE = 8;
    private static final int QUEUE = 100;
    private static final EnumSet<Branch> WANTED = EnumSet.of(
            Branch.LIVE,
            Branch.REPLAY_FROM_RING,
            Branch.REPLAY_FROM_STREAM,
            Branch.REPLAY_OF_A_FULL_QUEUE,
            Branch.GAP_FIRST,
            Branch.GAP_EVICTED,
            Branch.GAP_EPOCH,
            Branch.GAP_AT_ONE_TOO_MANY,
            Branch.GAP_UNPROVEN,
            Branch.RESYNC,
            Branch.SETTLED,
            Branch.ANOTHER_STREAM,
            Branch.OUTAGE,
            Branch.NODE_RESTARTED,
            Branch.NODE_CHANGED,
            Branch.UNSUBSCRIBED,
            Branch.CLOSED_RESYNC);

    private final Branches branches = new Branches();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Eventually.DEADLINE).build();
    private final AtomicInteger visits = new AtomicInteger();
    private final List<Story> stories = new ArrayList<>();
    private NatsServer nats;
    private Cable cable;
    private Database database;
    private Connection connection;
    private GatewayUnderTest first;
    private GatewayUnderTest second;

    @BeforeAll
    void start() {
        nats = Floor.shared().freshNats();
        cable = new Cable(nats.port());
        database = Floor.shared().freshDatabase();
        FloorPeople.moveIn(database);
        connection = Floor.connect(nats);
        first = gateway(cable.url());
        second = gateway(nats.url());
    }

    private GatewayUnderTest gateway(String url) {
        return GatewayUnderTest.startOn(
                database,
                Map.of(
                        "nats.default.addresses",
                        url,
                        "NATS_MONITORING_URL",
                        nats.monitoringUrl(),
                        "ringside.nats.patience",
                        "2s",
                        "ringside.socket.greeting-per-address",
                        "1000"));
    }

    @AfterAll
    void stop() throws InterruptedException {
        threads.shutdownNow();
        first.close();
        second.close();
        cable.close();
        connection.close();
        nats.close();
    }

    @Test
    void whateverHappensNothingIsLostWithoutAWordAndNothingComesTwice() {
        moveIn();
        each(story -> story.act(List.of(first)));
        each(story -> story.rest(() -> first));
        queuesFillWhileNobodyIsThere();
        nodesHearNothingForAWhile();
        aNodeForgetsEverything();
        streamsAreMadeAnew();
        branches.tookAsCounted(first.beans().getBean(MeterRegistry.class));
        branches.tookAsCounted(second.beans().getBean(MeterRegistry.class));
        branches.show(HISTORIES + " histories through real gateways", WANTED);
    }

    private void moveIn() {
        for (int i = 0; i < HISTORIES; i++) {
            String user = "history-" + i;
            FloorPeople.moveIn(database, user);
            stories.add(new Story(user, i, connection, http, first.token(user), branches));
        }
    }

    private void queuesFillWhileNobodyIsThere() {
        every(0, story -> story.missesOnTheWayTo(second, QUEUE));
        every(1, story -> story.missesOnTheWayTo(second, QUEUE + 1));
        every(2, story -> story.missesOnTheWayTo(second, QUEUE + 2));
        each(story -> story.act(List.of(first, second)));
    }

    private void nodesHearNothingForAWhile() {
        every(3, story -> story.rest(() -> first));
        branches.took(Branch.OUTAGE);
        cable.cut();
        every(3, story -> story.publish(QUEUE + 50));
        every(4, story -> story.act(List.of(first, second)));
        cable.mend();
        every(3, story -> story.rest(() -> first));
        each(story -> story.act(List.of(first, second)));
        each(story -> story.rest(this::any));
    }

    private void aNodeForgetsEverything() {
        branches.took(Branch.NODE_RESTARTED);
        branches.tookAsCounted(second.beans().getBean(MeterRegistry.class));
        second.close();
        each(story -> story.publish(1));
        second = gateway(nats.url());
        each(story -> story.act(List.of(first, second)));
        each(story -> story.rest(this::any));
    }

    private void streamsAreMadeAnew() {
        makeAnew("INBOX");
        makeAnew("ALERTS");
        each(Story::publishToBoth);
        each(story -> story.act(List.of(first, second)));
        each(Story::publishToBoth);
        each(story -> story.rest(this::any));
    }

    private void makeAnew(String name) {
        branches.took(Branch.ANOTHER_STREAM);
        try {
            JetStreamManagement management = connection.jetStreamManagement();
            StreamConfiguration same = management.getStreamInfo(name).getConfiguration();
            management.deleteStream(name);
            MadeAgain.stream(management, same);
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another one each time, so that whoever finds one away comes to the other. */
    private GatewayUnderTest any() {
        return visits.incrementAndGet() % 2 == 0 ? first : second;
    }

    private void each(Consumer<Story> action) {
        run(stories, action);
    }

    private void every(int nth, Consumer<Story> action) {
        List<Story> some = new ArrayList<>();
        for (int i = nth; i < stories.size(); i += EVERY) {
            some.add(stories.get(i));
        }
        run(some, action);
    }

    private void run(List<Story> some, Consumer<Story> action) {
        List<CompletableFuture<Void>> under = some.stream()
                .map(story -> CompletableFuture.runAsync(() -> action.accept(story), threads))
                .toList();
        under.forEach(CompletableFuture::join);
    }
}
