package io.ringside.gateway.recovery;

import io.nats.client.Connection;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.journey.Notices;
import io.ringside.gateway.protocol.Position;
import io.ringside.testkit.Eventually;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One user's history on real gateways: what is published to him, and how his client comes and goes. */
final class Story {
    /** As the streams are configured. */
    private static final int INBOX_RETAINED = 101;

    private static final int ALERTS_RETAINED = 1_001;

    private final String user;
    private final Random random;
    private final Notices inbox;
    private final Notices alerts;
    private final List<ModelPlace> places;
    private final RealClient client;
    private final Branches branches;
    private @Nullable ModelPlace left;

    Story(String user, long seed, Connection nats, HttpClient http, String token, Branches branches) {
        this.user = user;
        this.branches = branches;
        random = new Random(seed);
        inbox = Notices.ofInbox(nats, user);
        alerts = Notices.ofAlerts(nats, user);
        places = List.of(
                new ModelPlace("inbox", new Knows(inbox, INBOX_RETAINED), branches),
                new ModelPlace("alerts", new Knows(alerts, ALERTS_RETAINED), branches));
        client = new RealClient(http, token, places, branches);
    }

    /** What can be said of a real stream from outside. */
    private record Knows(Notices notices, int retained) implements ModelPlace.Witness {
        @Override
        public int published() {
            return notices.number();
        }

        @Override
        public int bytes() {
            return 0;
        }

        @Override
        public boolean isOf(int number, String epoch) {
            return true;
        }

        @Override
        public void unproven(String channel, Position stood, String what) {
            // Whether it could have been known is for the simulated server to say, which knows what it had.
        }
    }

    /** Is away while so many are published to his inbox, and comes to a gateway that did not hear them. */
    void missesOnTheWayTo(GatewayUnderTest cold, int count) {
        client.drop();
        inbox.publish(count);
        rest(() -> cold);
    }

    /** So many are published to his inbox, wherever he is. */
    void publish(int count) {
        inbox.publish(count);
    }

    void publishToBoth() {
        inbox.publish(1);
        alerts.publish(1);
    }

    /** A few things that happen in any order. */
    void act(List<GatewayUnderTest> gateways) {
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0, 1 -> inbox.publish(1 + random.nextInt(5));
                case 2 -> alerts.publish(1 + random.nextInt(5));
                case 3 -> settle();
                case 4 -> client.drop();
                case 5 -> subscribeOrNot();
                case 6 -> come(gateways.get(random.nextInt(gateways.size())));
                default -> client.read();
            }
        }
    }

    private void settle() {
        branches.took(Branch.SETTLED);
        alerts.settle();
    }

    private void come(GatewayUnderTest gateway) {
        client.drop();
        left = null;
        client.connect(gateway);
    }

    private void subscribeOrNot() {
        ModelPlace gone = left;
        if (!client.isConnected() || !client.model().isAtRest()) {
            return;
        }
        if (gone == null) {
            ModelPlace place = places.get(random.nextInt(places.size()));
            left = place;
            client.model().unsubscribe(place);
        } else {
            left = null;
            client.model().subscribe(List.of(gone));
        }
    }

    /** Whatever was published is there, or said to be gone. */
    void rest(Supplier<GatewayUnderTest> where) {
        Eventually.holds(user + " has everything: " + places, () -> {
            if (!client.isConnected()) {
                come(where.get());
            } else if (left != null) {
                subscribeOrNot();
            }
            client.read();
            return isAtRest();
        });
        places.forEach(place -> place.checkComplete(true));
    }

    private boolean isAtRest() {
        return client.isConnected()
                && left == null
                && client.model().isAtRest()
                && places.stream().allMatch(ModelPlace::isComplete);
    }
}
