package io.ringside.faults.race;

import io.micronaut.json.tree.JsonNode;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.faults.deal.Dealer;
import io.ringside.faults.evidence.AskedDeal;
import io.ringside.faults.evidence.Dealings;
import io.ringside.faults.trade.Desk.Standing;
import io.ringside.faults.trade.HistoryLog;
import io.ringside.faults.trade.Market;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Many clients of one account, and dealers of several firms, all on one event loop. */
final class Racers implements AutoCloseable {
    /** Of other firms than the one who asks, and than each other. */
    private static final List<String> DEALERS = List.of("alice", "bob", "carol");

    private final GatewayHttp http;
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("racers", true), NioIoHandler.newFactory());
    private final EventLoop loop = loops.next();
    private final InstantSource clock;
    private final SplittableRandom random;
    private final Dealer.Follower follower;
    private final Market market;
    private final List<Dealer> requesters = new ArrayList<>();
    private final List<Dealer> dealers = new ArrayList<>();

    Racers(ReadyFloor floor, int clients, long seed, InstantSource clock, HistoryLog log, Dealer.Follower follower) {
        this.http = new GatewayHttp(floor.gateway());
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        this.follower = follower;
        ReadyFloor.Login login = floor.benchTraders().getFirst();
        SignedIn signedIn = new SignedIn(http, login.user(), login.password());
        this.market = Market.of(signedIn.get("/api/instruments").join(), Set.of(Race.INSTRUMENT));
        for (int i = 0; i < clients; i++) {
            List<String> channels = i == 0 ? List.of("quotes." + Race.INSTRUMENT) : List.of();
            requesters.add(connected(login, "c" + i, signedIn, channels, i == 0 ? log : HistoryLog.none()));
        }
        for (ReadyFloor.Login other : floor.logins()) {
            if (DEALERS.contains(other.user())) {
                SignedIn own = new SignedIn(http, other.user(), other.password());
                dealers.add(connected(other, other.user(), own, List.of(), log));
            }
        }
    }

    boolean areReady() {
        return market.isPriced() && onLoop(() -> everybody().allMatch(each -> each.standsAt() >= 0));
    }

    List<Dealer> requesters() {
        return requesters;
    }

    /** All dealers but one. */
    List<String> someDealers(Random chance) {
        List<String> asked = new ArrayList<>(DEALERS);
        asked.remove(chance.nextInt(asked.size()));
        return asked;
    }

    Market market() {
        return market;
    }

    Instant now() {
        return clock.instant();
    }

    void later(long ms, Runnable move) {
        var unused = loop.schedule(move, ms, TimeUnit.MILLISECONDS);
    }

    Map<String, Long> gateways() {
        return onLoop(() -> {
            Map<String, Long> served = new TreeMap<>();
            requesters.forEach(each -> served.merge(String.valueOf(each.node()), 1L, Long::sum));
            return served;
        });
    }

    Dealings dealings() {
        return onLoop(() -> new Dealings(
                everybody().flatMap(each -> each.asked().stream()).toList(),
                everybody().map(Dealer::view).toList()));
    }

    int unanswered() {
        return everybody().mapToInt(each -> each.client().unanswered()).sum();
    }

    List<Standing> standing() {
        return onLoop(() -> everybody()
                .map(each -> new Standing(each.name().user(), each.standsAt()))
                .toList());
    }

    <T> T onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, loop).join();
    }

    @Override
    public void close() {
        everybody().forEach(each -> each.client().stop());
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        http.close();
    }

    private Dealer connected(
            ReadyFloor.Login login, String prefix, SignedIn signedIn, List<String> channels, HistoryLog log) {
        Dealer.Name name = new Dealer.Name(login.user(), login.accounts().getFirst(), prefix);
        Dealer dealer = new Dealer(name, new Ear(), log);
        dealer.through(new TraderClient(signedIn, http.gateway(), loop, clock, random.split(), channels, dealer));
        return dealer;
    }

    private Stream<Dealer> everybody() {
        return Stream.concat(requesters.stream(), dealers.stream());
    }

    /** Prices are for all; everything else is for whoever runs the races. */
    private final class Ear implements Dealer.Follower {
        @Override
        public void told(Dealer dealer, RfqView view) {
            follower.told(dealer, view);
        }

        @Override
        public void answered(Dealer dealer, AskedDeal command) {
            follower.answered(dealer, command);
        }

        @Override
        public void quoted(JsonNode quote) {
            market.quote(quote);
        }
    }
}
