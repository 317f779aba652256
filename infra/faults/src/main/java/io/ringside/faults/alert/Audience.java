package io.ringside.faults.alert;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** All who are told alerts, one client each, on one event loop. */
public final class Audience implements AutoCloseable {
    private static final String GATEWAY = "realtime-gateway-";
    /** As many password checks at once as the gateways make. */
    private static final int SIGN_INS_AT_ONCE = 4;
    /** Addresses of this machine that sockets come from, since a gateway limits what one address may begin. */
    private static final int SOURCES = 100;

    private static final int SIGN_IN_TRIES_MAX = 5;

    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("audience", true), NioIoHandler.newFactory());
    private final GatewayHttp http;
    private final Entrances entrances;
    private final InstantSource clock;
    private final SplittableRandom random;
    private final List<SignedIn> users;
    private final List<AlertClient> clients;
    private List<AlertClient> anew = List.of();

    public Audience(ReadyFloor floor, int count, long seed, InstantSource clock) {
        this.clock = clock;
        this.http = new GatewayHttp(floor.gateway());
        this.random = new SplittableRandom(seed);
        List<URI> nodes = floor.ports().entrySet().stream()
                .filter(port -> port.getKey().startsWith(GATEWAY))
                .map(port -> URI.create("http://127.0.0.1:" + port.getValue()))
                .toList();
        this.entrances = new Entrances(floor.gateway(), nodes);
        this.users = floor.crowd().stream()
                .limit(count)
                .map(login -> new SignedIn(http, login.user(), login.password()))
                .toList();
        this.clients = clients(true);
    }

    /** Signs everybody in, a few at a time, and lets their clients come in. */
    public void enter() {
        for (int from = 0; from < users.size(); from += SIGN_INS_AT_ONCE) {
            CompletableFuture.allOf(users.subList(from, Math.min(users.size(), from + SIGN_INS_AT_ONCE)).stream()
                            .map(user -> signIn(user, SIGN_IN_TRIES_MAX))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        clients.forEach(AlertClient::start);
    }

    /** A floor that has just begun may be too busy to answer in time. */
    private static CompletableFuture<Void> signIn(SignedIn user, int tries) {
        CompletableFuture<Void> signedIn = user.renew();
        return tries == 1 ? signedIn : signedIn.exceptionallyCompose(failure -> signIn(user, tries - 1));
    }

    /** Everybody's client goes, and one that knows nothing comes in its place; it acknowledges nothing. */
    public void enterAnew() {
        clients.forEach(AlertClient::stop);
        anew = clients(false);
        anew.forEach(AlertClient::start);
    }

    public List<String> users() {
        return users.stream().map(SignedIn::user).toList();
    }

    /** Whether everybody is connected and has what there is. */
    public boolean isThere() {
        return areThere(clients);
    }

    /** The same of those who know nothing. */
    public boolean isThereAnew() {
        return areThere(anew);
    }

    /** Whether everybody was told the outcome of every acknowledgement. */
    public boolean isSettled() {
        return clients.stream().allMatch(client -> client.standing().settled());
    }

    /** Whether everybody has been shown so many alerts. */
    public boolean hasShown(Map<String, Integer> counts) {
        return clients.stream().allMatch(client -> client.standing().shown() >= counts.getOrDefault(client.user(), 0));
    }

    /** How many are connected now and have what there is. */
    public long present() {
        return clients.stream().filter(client -> client.standing().caughtUp()).count();
    }

    /** Connections break in the middle of whatever they carry. */
    public int cut(int percent, Random chance) {
        return some(percent, chance, AlertClient::cut);
    }

    /** Some go without a word, and come back on another gateway. */
    public int moveAfter(int percent, long ms, Random chance) {
        return some(percent, chance, client -> client.moveAfter(ms));
    }

    /** The next acknowledgement of some does not get out. */
    public int loseAcknowledgements(int percent, Random chance) {
        return some(percent, chance, AlertClient::loseNextAcknowledgement);
    }

    public Map<String, List<Heard>> lives() {
        return of(clients, AlertClient::life);
    }

    /** What the book of record has as acknowledged. */
    public Map<String, Set<String>> acknowledged() {
        Map<String, Set<String>> found = new HashMap<>();
        users.forEach(user ->
                found.put(user.user(), Set.copyOf(AlertPages.of(user, true).join())));
        return found;
    }

    /** What those who know nothing take for not acknowledged. */
    public Map<String, Set<String>> openAnew() {
        return of(anew, client -> new HashSet<>(client.open()));
    }

    @Override
    public void close() {
        clients.forEach(AlertClient::stop);
        anew.forEach(AlertClient::stop);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        http.close();
    }

    private List<AlertClient> clients(boolean read) {
        List<AlertClient> made = new ArrayList<>();
        for (SignedIn user : users) {
            made.add(new AlertClient(user, entrances, loops.next(), source(made.size()), clock, random.split(), read));
        }
        return List.copyOf(made);
    }

    private int some(int percent, Random chance, Consumer<AlertClient> blow) {
        List<AlertClient> shuffled = new ArrayList<>(clients);
        Collections.shuffle(shuffled, chance);
        List<AlertClient> hit = shuffled.subList(0, Math.max(1, clients.size() * percent / 100));
        hit.forEach(blow);
        return hit.size();
    }

    private <T> Map<String, T> of(List<AlertClient> those, Function<AlertClient, T> question) {
        return loops.next()
                .submit(() -> {
                    Map<String, T> answers = new HashMap<>();
                    those.forEach(client -> answers.put(client.user(), question.apply(client)));
                    return answers;
                })
                .syncUninterruptibly()
                .getNow();
    }

    private static boolean areThere(List<AlertClient> those) {
        return those.stream().allMatch(client -> client.standing().caughtUp());
    }

    private static SocketAddress source(int at) {
        return new InetSocketAddress("127.0.2." + (1 + at % SOURCES), 0);
    }
}
