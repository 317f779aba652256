package io.ringside.gateway.recovery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanContext;
import io.ringside.gateway.personal.Personal;
import io.ringside.gateway.personal.SimulatedNode;
import io.ringside.gateway.personal.SimulatedServer;
import io.ringside.gateway.socket.SimulatedSocket;
import io.ringside.gateway.socket.SimulatedSockets;
import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One generated history: a server, two or three nodes, a few clients, and whatever may happen to them. */
final class Episode {
    private static final int STEPS_MIN = 30;
    private static final int STEPS_MAX = 90;
    /** More than a channel lets wait while it reads. */
    private static final int FLOOD = 1_200;
    /** An inbox as it is configured. */
    private static final int WHOLE_INBOX = 101;
    /** A few of these fill a socket's queue. */
    private static final int BULKY_BYTES = 24 * 1024;

    private static final int ROUNDS_MAX = 60;
    private static final Duration LONGER_THAN_A_CHANNEL_LINGERS = Duration.ofSeconds(65);
    private static final Duration LONGER_THAN_EPOCHS_GO_UNCHECKED = Duration.ofSeconds(4);

    private static final Duration LONGER_THAN_A_REQUEST_STALLS = Duration.ofSeconds(25);

    private final Random random;
    private final Branches branches;
    private final BeanContext beans;
    private final MeterRegistry meters;
    private final Turns turns;
    private final SimulatedServer server;
    private final List<Carrier> nodes = new ArrayList<>();
    private final List<SimulatedClient> clients = new ArrayList<>();
    private final List<String> users;

    Episode(long seed, Branches branches, BeanContext beans, HandMovedClock clock, MeterRegistry meters) {
        this.branches = branches;
        this.beans = beans;
        this.meters = meters;
        random = new Random(seed);
        turns = new Turns(random, clock);
        server = new SimulatedServer(random, turns, branches, shape());
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            nodes.add(new Carrier());
        }
        users = random.nextBoolean() ? List.of("ann-" + seed) : List.of("ann-" + seed, "ben-" + seed);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            clients.add(new SimulatedClient(any(users), server, random, clock, branches));
        }
    }

    private SimulatedServer.Shape shape() {
        int retained = random.nextInt(8) == 0 ? WHOLE_INBOX : 4 + random.nextInt(8);
        int body = random.nextInt(20) == 0 ? BULKY_BYTES : 0;
        return new SimulatedServer.Shape(retained, random.nextBoolean() ? 128 : 2 + random.nextInt(4), body);
    }

    /** A gateway that may die and be another one after. */
    private final class Carrier implements SimulatedClient.Node {
        private Turns.Lane lane = turns.lane();
        private SimulatedNode way = server.node();
        private SimulatedSockets sockets = new SimulatedSockets(beans, way.channels(meters), lane);

        @Override
        public SimulatedSocket open(String user) {
            return sockets.open(user);
        }

        void restart() {
            branches.took(Branch.NODE_RESTARTED);
            way.die();
            clients.stream().filter(client -> client.isOn(this)).forEach(SimulatedClient::drop);
            lane = turns.lane();
            way = server.node();
            sockets = new SimulatedSockets(beans, way.channels(meters), lane);
        }
    }

    void run() {
        for (int step = STEPS_MIN + random.nextInt(STEPS_MAX - STEPS_MIN); step > 0; step--) {
            happen(random.nextInt(1_000));
            goOn(random.nextInt(12));
        }
        comeToRest();
        clients.forEach(SimulatedClient::checkComplete);
    }

    private void happen(int dice) {
        SimulatedClient client = any(clients);
        if (dice < 400) {
            publish(1 + random.nextInt(3));
        } else if (dice < 450) {
            publish(random.nextInt(3 * server.shape().retained()));
        } else if (dice < 452) {
            any(nodes).way.stall(true);
            publish(FLOOD);
        } else if (dice < 480) {
            server.settle(Personal.ALERTS, any(users));
        } else if (dice < 700) {
            comeOrGo(client);
        } else if (dice < 760) {
            client.reads(random.nextBoolean());
        } else if (dice < 800) {
            subscribeOrNot(client);
        } else if (dice < 900) {
            connectOrNot(any(nodes).way);
        } else if (dice < 920) {
            any(nodes).restart();
        } else if (dice < 935) {
            server.makeAnew(any(List.of(Personal.values())));
        } else if (dice < 950) {
            purge(any(List.of(Personal.values())), any(users));
        } else if (dice < 960) {
            turns.pass(LONGER_THAN_A_CHANNEL_LINGERS);
        }
    }

    private void publish(int count) {
        Personal kind = any(List.of(Personal.values()));
        String user = any(users);
        for (int i = 0; i < count; i++) {
            server.publish(kind, user);
        }
    }

    private void comeOrGo(SimulatedClient client) {
        if (!client.isConnected()) {
            client.connect(any(nodes));
        } else if (random.nextInt(3) == 0) {
            client.drop();
        }
    }

    private void subscribeOrNot(SimulatedClient client) {
        if (random.nextBoolean()) {
            client.unsubscribe();
        } else {
            client.subscribe();
        }
    }

    private static void connectOrNot(SimulatedNode way) {
        if (way.isConnected()) {
            way.loseConnection();
        } else {
            way.reconnect();
        }
    }

    /**
     * Where somebody stands before the first message of all, nothing is left that could show that some are gone; nor in
     * the middle of a batch. That is why an operator has to say so: the epoch's mark.
     */
    private void purge(Personal kind, String user) {
        List<SimulatedClient> own =
                clients.stream().filter(client -> client.user().equals(user)).toList();
        boolean shows = own.stream().noneMatch(client -> client.standsAtTheStart(kind));
        if (shows && !server.isRead(kind, user)) {
            own.forEach(client -> client.sawPurge(kind));
            server.purge(kind, user);
        }
    }

    private void goOn(int steps) {
        for (int i = 0; i < steps; i++) {
            turns.step();
            if (random.nextInt(3) > 0) {
                any(clients).read();
            }
            any(clients).goOn();
        }
    }

    /** Whatever broke is mended, everybody is there and reads, and nothing is under way. */
    private void comeToRest() {
        nodes.stream().map(node -> node.way).filter(way -> !way.isConnected()).forEach(SimulatedNode::reconnect);
        nodes.forEach(node -> node.way.stall(false));
        turns.pass(LONGER_THAN_A_REQUEST_STALLS);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            turns.pass(LONGER_THAN_EPOCHS_GO_UNCHECKED);
            clients.forEach(client -> client.reads(true));
            turns.settle();
            boolean rest = true;
            for (SimulatedClient client : clients) {
                rest &= isAtRest(client);
            }
            if (rest) {
                return;
            }
        }
        throw new AssertionError("never at rest");
    }

    private boolean isAtRest(SimulatedClient client) {
        boolean rest = client.isAtRest() && !client.hasArrived();
        while (client.hasArrived()) {
            client.read();
        }
        client.goOn();
        if (client.isConnected()) {
            client.subscribe();
        } else {
            client.connect(any(nodes));
        }
        return rest;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
