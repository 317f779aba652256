package io.ringside.benchmarks.sockets;

import io.micronaut.json.tree.JsonNode;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.report.Micros;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.RfqText;
import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.Rfq;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Two traders of two firms: one asks, the other prices at once, the first takes it at once, and both are told. */
final class Dealing implements AutoCloseable {
    private static final String INSTRUMENT = "CA";
    private static final String QUANTITY = "1";
    private static final int LIFE_SECONDS = 30;
    /** Below what one user may ask in a second. */
    private static final long GAP_MS = 300;

    private static final long DEAL_SECONDS_MAX = 20;

    private final GatewayHttp http;
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("dealing", true), NioIoHandler.newFactory());
    private final Party asker;
    private final Party dealer;
    private final Micros asked = new Micros();
    private final Micros quoted = new Micros();
    private final Micros traded = new Micros();
    private final Micros whole = new Micros();
    // On the one event loop only.
    private String rfqId = "";
    private boolean isPriced;
    private Side side = Side.BUY;
    private long requestedNanos;
    private long quotedNanos;
    private long acceptedNanos;
    private int deals;
    private volatile CountDownLatch told = new CountDownLatch(0);

    Dealing(ReadyFloor floor, InstantSource clock) {
        http = new GatewayHttp(floor.gateway());
        asker = new Party(floor, "alice", INSTRUMENT, http, loops.next(), clock, this::heardByAsker);
        dealer = new Party(floor, "bob", INSTRUMENT, http, loops.next(), clock, this::heardByDealer);
    }

    /** Makes so many deals, one after the other. */
    SocketFigures.Deals measure(int count) throws InterruptedException {
        asker.start();
        dealer.start();
        while (!asker.isReady() || !dealer.isReady()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(GAP_MS));
        }
        for (int at = 0; at < count; at++) {
            told = new CountDownLatch(2);
            loops.next().execute(this::request);
            if (!told.await(DEAL_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException("deal " + at + " was not made within " + DEAL_SECONDS_MAX + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(GAP_MS));
        }
        return new SocketFigures.Deals(
                asked.percentiles(), quoted.percentiles(), traded.percentiles(), whole.percentiles());
    }

    @Override
    public void close() {
        asker.stop();
        dealer.stop();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        http.close();
    }

    private void request() {
        deals++;
        isPriced = false;
        side = deals % 2 == 0 ? Side.SELL : Side.BUY;
        requestedNanos = System.nanoTime();
        String id = id("r");
        rfqId = Rfq.idOf(asker.account(), id);
        asker.ask(id, RfqText.request(id, asker.account(), terms(side), List.of(dealer.user()), LIFE_SECONDS));
    }

    private void heardByDealer(JsonNode view) {
        long now = System.nanoTime();
        if (!isOfThisDeal(view)) {
            return;
        }
        if (Party.text(view, "status").equals("TRADED")) {
            done();
        } else if (!isPriced) {
            isPriced = true;
            asked.add(now - requestedNanos);
            quotedNanos = System.nanoTime();
            String id = id("q");
            String price = dealer.marketPrice(side);
            dealer.ask(id, RfqText.quote(id, dealer.account(), rfqId, terms(opposite()), price));
        }
    }

    private void heardByAsker(JsonNode view) {
        long now = System.nanoTime();
        if (!isOfThisDeal(view)) {
            return;
        }
        if (Party.text(view, "status").equals("TRADED")) {
            traded.add(now - acceptedNanos);
            whole.add(now - requestedNanos);
            done();
            return;
        }
        for (JsonNode quote : Objects.requireNonNull(view.get("quotes")).values()) {
            if (Party.text(quote, "status").equals("ACTIVE")) {
                quoted.add(now - quotedNanos);
                acceptedNanos = System.nanoTime();
                String id = id("a");
                int version = Objects.requireNonNull(quote.get("version")).getIntValue();
                asker.ask(
                        id,
                        RfqText.accept(
                                id,
                                asker.account(),
                                rfqId,
                                Party.text(quote, "quoteId"),
                                version,
                                terms(side),
                                Party.text(quote, "price")));
            }
        }
    }

    /** Whoever connects is told of deals before it, too. */
    private boolean isOfThisDeal(JsonNode view) {
        return Party.text(view, "rfqId").equals(rfqId);
    }

    private void done() {
        told.countDown();
    }

    private Side opposite() {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }

    private static RfqText.Terms terms(Side of) {
        return new RfqText.Terms(INSTRUMENT, of, QUANTITY);
    }

    private String id(String kind) {
        return kind + '-' + requestedNanos;
    }
}
