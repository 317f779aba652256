package io.ringside.gateway.conformance;

import io.nats.client.Connection;
import io.ringside.gateway.journey.FloorPeople;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import io.ringside.testkit.HandMovedClock;
import java.util.Map;

/** Two gateways on a nats-server and a database of their own; their time is moved by hand. */
public final class SharedGateways {
    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private final NatsServer nats = Floor.shared().freshNats();
    private final Database database = Floor.shared().freshDatabase();
    private final Connection connection = Floor.connect(nats);
    private final GatewayUnderTest one;
    private final GatewayUnderTest other;
    private int traders;

    private SharedGateways() {
        FloorPeople.moveIn(database);
        FloorPeople.moveIn(database, "olivia", "ops");
        one = start("one");
        other = start("other");
    }

    /** Those of this JVM; the first call starts them, and they are gone with it. */
    public static SharedGateways shared() {
        return Started.GATEWAYS;
    }

    private static final class Started {
        static final SharedGateways GATEWAYS = new SharedGateways();
    }

    /** One more on the same servers. */
    public GatewayUnderTest start(String node) {
        Map<String, String> settings = Map.of(
                "ringside.socket.node", node,
                "ringside.socket.first-frame", "5s",
                "ringside.socket.drain-notice", "0s",
                "ringside.loop.tick", "10ms");
        return GatewayUnderTest.startOn(nats, database, clock, settings);
    }

    /** The gateway that a client comes to unless a test says otherwise. */
    public GatewayUnderTest one() {
        return one;
    }

    public GatewayUnderTest other() {
        return other;
    }

    public HandMovedClock clock() {
        return clock;
    }

    public NatsServer nats() {
        return nats;
    }

    /** Publishes as functions do. */
    public Connection connection() {
        return connection;
    }

    public Database database() {
        return database;
    }

    /** Somebody whom no gateway has seen, who has used up nothing yet; trades on an account that is called the same. */
    public String newTrader() {
        String user = "trader-" + ++traders;
        FloorPeople.moveIn(database, user);
        database.execute("""
            insert into identity.account values ('%1$s', 'harbour', 'Own');
            insert into identity.account_trader values ('%1$s', '%1$s')""".formatted(user));
        return user;
    }
}
