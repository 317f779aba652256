package io.ringside.benchmarks.trader;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.testkit.HandMovedClock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraderClientTest {
    private static final String FIRST_VISIT = "{\"mode\":\"gap\",\"position\":{\"epoch\":\"e\",\"sequence\":5},"
            + "\"count\":0,\"firstAvailable\":6,\"reason\":\"first\"}";
    private static final String SELL =
            OrderText.submit("o1", "A-1", "CA", Side.SELL, OrderType.LIMIT, TimeInForce.DAY, "2", "9000.5");

    private final ScriptedGateway gateway = new ScriptedGateway();
    private final GatewayHttp http = new GatewayHttp(gateway.address());
    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Told told = new Told();
    private final TraderClient client = new TraderClient(
            new SignedIn(http, "u", "p"),
            gateway.address(),
            loops.next(),
            HandMovedClock.at("2026-11-21T09:00:00Z"),
            new SplittableRandom(1),
            List.of("quotes.*"),
            told);

    /** What the client told, as words. */
    private static final class Told implements TraderEvents {
        private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
        private volatile boolean givesUp;

        @Override
        public void received(String clientOrderId, long streamSequence) {
            words.add("received " + clientOrderId + ' ' + streamSequence);
        }

        @Override
        public void refused(String clientOrderId, String code) {
            words.add("refused " + clientOrderId + ' ' + code);
        }

        @Override
        public void unknown(String clientOrderId) {
            words.add("unknown " + clientOrderId);
        }

        @Override
        public boolean givesUp(String clientOrderId, String code) {
            return givesUp;
        }

        @Override
        public void noticed(String type, String epoch, long sequence, JsonNode data) {
            words.add(type + ' ' + epoch + ' ' + sequence);
        }

        @Override
        public void told(String channel, JsonNode data) {
            words.add("told " + channel);
        }

        @Override
        public void connected(String mode, boolean gap) {
            words.add("connected " + mode + ' ' + gap);
        }

        @Override
        public void disconnected(int code, @Nullable String reason) {
            words.add("disconnected " + code);
        }

        void next(String expected) throws InterruptedException {
            assertThat(words.poll(60, TimeUnit.SECONDS)).isEqualTo(expected);
        }
    }

    @BeforeEach
    void connect() throws InterruptedException {
        client.start();
        gateway.welcome(FIRST_VISIT);
        told.next("connected gap false");
    }

    @AfterEach
    void end() {
        client.stop();
        http.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        gateway.close();
    }

    @Test
    void aCommandIsAskedUntilItIsReceived() throws InterruptedException {
        ask("o1", SELL);
        String first = gateway.hear();
        gateway.say(fault(first, "UNKNOWN_OUTCOME", true));
        told.next("unknown o1");
        String second = gateway.hear();
        gateway.say(fault(second, "UNAVAILABLE", true));
        String third = gateway.hear();
        gateway.say(received(third, 77));

        told.next("received o1 77");
        assertThat(bodyOf(first))
                .isEqualTo(bodyOf(second))
                .isEqualTo(bodyOf(third))
                .contains("\"limitPrice\":\"9000.5\"");
        assertThat(client.unanswered()).isZero();
    }

    @Test
    void aCommandThatWasOnItsWayWhenTheSocketDiedIsAskedAgainOnTheNext() throws InterruptedException {
        ask("o1", SELL);
        String first = gateway.hear();
        gateway.hangUp();
        told.next("unknown o1");
        told.next("disconnected 1000");
        gateway.welcome("{\"mode\":\"live\",\"position\":{\"epoch\":\"e\",\"sequence\":5}}");
        told.next("connected live false");

        assertThat(bodyOf(gateway.hear())).isEqualTo(bodyOf(first));
    }

    @Test
    void aRefusalEndsItWhenNoTryCanHaveBeenStored() throws InterruptedException {
        ask("o1", SELL);
        gateway.say(fault(gateway.hear(), "MALFORMED", false));
        told.next("refused o1 MALFORMED");
        told.givesUp = true;
        ask("c1", OrderText.cancel("c1", "o1", "A-1"));
        gateway.say(fault(gateway.hear(), "UNAVAILABLE", true));

        told.next("refused c1 UNAVAILABLE");
    }

    @Test
    void aRefusalEndsNothingWhenAnEarlierTryMayHaveBeenStored() throws InterruptedException {
        told.givesUp = true;
        ask("o1", SELL);
        gateway.say(fault(gateway.hear(), "UNKNOWN_OUTCOME", true));
        told.next("unknown o1");
        gateway.say(fault(gateway.hear(), "UNAVAILABLE", true));
        gateway.say(received(gateway.hear(), 3));

        told.next("received o1 3");
    }

    @Test
    void aMissingNoticeIsAskedForAndNothingIsToldTwice() throws InterruptedException {
        gateway.say(push(6, 5));
        told.next("order.updated e 6");
        gateway.say(push(6, 5));
        gateway.say(push(9, 8));
        String resync = gateway.hear();
        assertThat(resync).contains("\"resync\"").contains("{\"epoch\":\"e\",\"sequence\":6}");
        gateway.say("{\"id\":" + ScriptedGateway.idOf(resync)
                + ",\"result\":{\"subscribed\":{\"inbox\":"
                + "{\"mode\":\"replay\",\"position\":{\"epoch\":\"e\",\"sequence\":9},\"count\":2}}}}");
        told.next("connected replay false");
        gateway.say(push(8, 6));
        gateway.say(push(9, 8));

        told.next("order.updated e 8");
        told.next("order.updated e 9");
    }

    @Test
    void itComesBackWhereItStood() throws InterruptedException {
        gateway.say(push(6, 5));
        told.next("order.updated e 6");
        gateway.refuseTickets(1);
        gateway.hangUp();
        told.next("disconnected 1000");

        assertThat(gateway.hear()).contains("\"positions\":{\"inbox\":{\"epoch\":\"e\",\"sequence\":6}}");
        assertThat(gateway.asked).contains("POST /api/session/refresh");
    }

    @Test
    void whatIsConflatedIsPassedOn() throws InterruptedException {
        gateway.say("{\"push\":{\"channel\":\"quotes.CA\",\"type\":\"quote\",\"data\":{}}}");

        told.next("told quotes.CA");
    }

    @Test
    void aConnectThatIsRefusedIsTriedAgain() throws InterruptedException {
        gateway.hangUp();
        told.next("disconnected 1000");
        String connect = gateway.hear();
        gateway.say(fault(connect, "UNAUTHENTICATED", false));
        told.next("disconnected 1006");
        gateway.welcome(FIRST_VISIT);

        told.next("connected gap false");
    }

    private void ask(String id, String command) {
        client.loop().execute(() -> client.ask(id, command));
    }

    private static String received(String request, long sequence) {
        return "{\"id\":" + ScriptedGateway.idOf(request)
                + ",\"result\":{\"received\":{\"commandId\":\"o1\",\"stream\":\"COMMANDS\",\"sequence\":" + sequence
                + ",\"at\":\"2026-11-21T09:00:00Z\"}}}";
    }

    private static String fault(String request, String code, boolean temporary) {
        return "{\"id\":" + ScriptedGateway.idOf(request) + ",\"error\":{\"code\":\"" + code
                + "\",\"message\":\"m\",\"temporary\":" + temporary + ",\"retryAfterMs\":1}}";
    }

    private static String push(long sequence, long previous) {
        return "{\"push\":{\"channel\":\"inbox\",\"type\":\"order.updated\",\"sequence\":" + sequence + ",\"previous\":"
                + previous + ",\"data\":{}}}";
    }

    private static String bodyOf(String message) {
        return message.substring(message.indexOf("\"command\""));
    }
}
