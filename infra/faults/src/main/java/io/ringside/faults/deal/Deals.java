package io.ringside.faults.deal;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.faults.evidence.Dealings;
import io.ringside.faults.trade.Desk;
import io.ringside.faults.trade.HistoryLog;
import io.ringside.faults.trade.Market;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The people of several firms who deal with each other in a run, on one thread. */
public final class Deals implements Desk, AutoCloseable {
    /** Commands without an answer after which a dealer waits. */
    private static final int UNANSWERED_MAX = 10;

    private final GatewayHttp http;
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("dealers", true), NioIoHandler.newFactory());
    private final EventLoop loop = loops.next();
    private final SplittableRandom random;
    private final Map<Dealer, DealMood> dealers = new LinkedHashMap<>();
    private boolean dealing;

    /** Signs everybody in who is no trader of the load, and connects them. */
    public Deals(ReadyFloor floor, long seed, InstantSource clock, HistoryLog log, Market market) {
        this.http = new GatewayHttp(floor.gateway());
        this.random = new SplittableRandom(seed);
        List<ReadyFloor.Login> people = floor.logins().stream()
                .filter(login -> !floor.benchTraders().contains(login))
                .toList();
        for (ReadyFloor.Login login : people) {
            List<String> others = people.stream()
                    .filter(other -> !firm(other).equals(firm(login)))
                    .map(ReadyFloor.Login::user)
                    .toList();
            Dealer.Name name = new Dealer.Name(login.user(), login.accounts().getFirst(), login.user());
            Dealer dealer = new Dealer(name, new Dealer.Follower() {}, log);
            SignedIn signedIn = new SignedIn(http, login.user(), login.password());
            dealers.put(dealer, new DealMood(others, market, Random.from(random.split())));
            dealer.through(new TraderClient(signedIn, http.gateway(), loop, clock, random.split(), List.of(), dealer));
        }
    }

    /** Whether everybody is connected. */
    public boolean isReady() {
        return onLoop(() -> everybody().allMatch(dealer -> dealer.standsAt() >= 0));
    }

    /** Each acts about this often until told to stop. */
    public void deal(long everyMs) {
        loop.execute(() -> {
            dealing = true;
            dealers.keySet().forEach(dealer -> actAndAgain(dealer, everyMs));
        });
    }

    /** All act right now. */
    public void burst() {
        loop.execute(() -> dealers.keySet().forEach(this::act));
    }

    /** What everybody asked and was told. */
    public Dealings dealings() {
        return onLoop(() -> new Dealings(
                everybody().flatMap(dealer -> dealer.asked().stream()).toList(),
                everybody().map(Dealer::view).toList()));
    }

    @Override
    public void stop() {
        loop.execute(() -> dealing = false);
    }

    @Override
    public int unanswered() {
        return everybody().mapToInt(dealer -> dealer.client().unanswered()).sum();
    }

    @Override
    public int takeBack() {
        return onLoop(() -> dealers.entrySet().stream()
                .mapToInt(each -> each.getValue().takeBack(each.getKey()))
                .sum());
    }

    @Override
    public List<Standing> standing() {
        return onLoop(() -> everybody()
                .map(dealer -> new Standing(dealer.name().user(), dealer.standsAt()))
                .toList());
    }

    @Override
    public void close() {
        everybody().forEach(dealer -> dealer.client().stop());
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        http.close();
    }

    private void actAndAgain(Dealer dealer, long everyMs) {
        if (dealing) {
            act(dealer);
            loop.schedule(() -> actAndAgain(dealer, everyMs), random.nextLong(2 * everyMs), TimeUnit.MILLISECONDS);
        }
    }

    private void act(Dealer dealer) {
        DealMood mood = dealers.get(dealer);
        if (mood != null && dealer.client().isOnline() && dealer.client().unanswered() < UNANSWERED_MAX) {
            mood.act(dealer);
        }
    }

    private Stream<Dealer> everybody() {
        return dealers.keySet().stream();
    }

    /** Accounts are named by their firm. */
    private static String firm(ReadyFloor.Login login) {
        return login.accounts().getFirst().replaceAll("-\\d+$", "");
    }

    private <T> T onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, loop).join();
    }
}
