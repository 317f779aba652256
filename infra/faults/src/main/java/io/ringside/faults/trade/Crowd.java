package io.ringside.faults.trade;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.ClientView;
import io.ringside.faults.kill.Load;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** All traders of a run, on few threads. */
public final class Crowd implements Desk, Load, AutoCloseable {
    /** What is traded: metals by the lot, shares, pairs with many decimals; few, so that the traders meet. */
    public static final Set<String> INSTRUMENTS = Set.of("CA", "NI", "AAPL", "XBT-CHF", "ADA-XBT", "XMR-USD");

    /** Traders that act at once before a blow. */
    private static final int BURST = 4;

    private final GatewayHttp http;
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("traders", true), NioIoHandler.newFactory());
    private final List<ChaosTrader> traders = new ArrayList<>();
    private final Tally tally;
    private final Market market;
    private int nextOfBurst;

    /** Signs everybody in and connects them. */
    public Crowd(ReadyFloor floor, int count, long seed, InstantSource clock, HistoryLog log, Tally tally) {
        this.tally = tally;
        this.http = new GatewayHttp(floor.gateway());
        SplittableRandom random = new SplittableRandom(seed);
        List<ReadyFloor.Login> logins = floor.benchTraders().subList(0, count);
        SignedIn first =
                new SignedIn(http, logins.getFirst().user(), logins.getFirst().password());
        this.market = Market.of(first.get("/api/instruments").join(), INSTRUMENTS);
        for (ReadyFloor.Login login : logins) {
            SignedIn signedIn = traders.isEmpty() ? first : new SignedIn(http, login.user(), login.password());
            ChaosTrader trader =
                    new ChaosTrader(login.user(), login.accounts().getFirst(), market, random.split(), log, tally);
            // One hears the prices for all: what is asked of the floor is orders.
            List<String> channels = traders.isEmpty() ? List.of("quotes.*") : List.of();
            trader.through(new TraderClient(
                    signedIn, http.gateway(), loops.next(), clock, random.split(), channels, trader.events()));
            traders.add(trader);
        }
    }

    /** Whether everybody is connected and every instrument has a price. */
    public boolean isReady() {
        return market.isPriced()
                && traders.stream().allMatch(trader -> trader.standsAt().join() >= 0);
    }

    public void trade(long everyMs) {
        traders.forEach(trader -> trader.trade(everyMs));
    }

    @Override
    public void stop() {
        traders.forEach(ChaosTrader::stopTrading);
    }

    /** The orders that the market may still reach. */
    @Override
    public int takeBack() {
        return of(ChaosTrader::takeBackNear).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Override
    public List<Standing> standing() {
        return traders.stream()
                .map(trader -> new Standing(trader.user(), trader.standsAt().join()))
                .toList();
    }

    /** What is traded, at the prices of the moment. */
    public Market market() {
        return market;
    }

    public List<Asked> asked() {
        return of(ChaosTrader::asked).stream().flatMap(List::stream).toList();
    }

    public List<ClientView> views() {
        return of(ChaosTrader::view);
    }

    @Override
    public void burst() {
        for (int i = 0; i < BURST; i++) {
            traders.get(nextOfBurst++ % traders.size()).actNow();
        }
    }

    @Override
    public int unanswered() {
        return traders.stream().mapToInt(ChaosTrader::unanswered).sum();
    }

    @Override
    public int undecided() {
        return of(ChaosTrader::undecided).stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public long decided() {
        return tally.decidedCount();
    }

    @Override
    public void close() {
        traders.forEach(ChaosTrader::leave);
        loops.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
        http.close();
    }

    private <T> List<T> of(Function<ChaosTrader, CompletableFuture<T>> question) {
        return traders.stream().map(question).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
