package io.ringside.faults.trade;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.ringside.benchmarks.trader.OrderText;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.benchmarks.trader.TraderEvents;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.ClientView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One trader at work: acts by its mood, remembers what it asked and what it was told. */
public final class ChaosTrader implements TraderEvents {
    /** Commands without an answer after which a trader waits. */
    private static final int UNANSWERED_MAX = 20;
    /** Every so many refusals for a cause that may pass, one is taken for an answer. */
    private static final int GIVES_UP_ONE_IN = 3;

    private final String user;
    private final String account;
    private final Market market;
    private final Mood mood;
    private final RandomGenerator random;
    private final HistoryLog log;
    private final Ledger ledger;
    private final Tally tally;
    private @Nullable TraderClient client;
    private long lastSequence;
    private int commands;
    private boolean trading;

    public ChaosTrader(
            String user, String account, Market market, RandomGenerator random, HistoryLog log, Tally tally) {
        this.user = user;
        this.account = account;
        this.market = market;
        this.mood = new Mood(random, market);
        this.random = random;
        this.log = log;
        this.ledger = new Ledger(user, account);
        this.tally = tally;
    }

    /** Goes through this client from now on. */
    public void through(TraderClient through) {
        client = through;
        through.start();
    }

    /** Acts about this often until told to stop. */
    public void trade(long everyMs) {
        client().loop().execute(() -> {
            trading = true;
            actAndAgain(everyMs);
        });
    }

    /** Does something right now. */
    public void actNow() {
        client().loop().execute(this::act);
    }

    public void stopTrading() {
        client().loop().execute(() -> trading = false);
    }

    /** Takes back every open order that the market may still reach; tells how many. */
    public CompletableFuture<Integer> takeBackNear() {
        return onLoop(() -> {
            List<String> open = ledger.open(false);
            open.forEach(this::takeBack);
            return open.size();
        });
    }

    /** What it asked. */
    public CompletableFuture<List<Asked>> asked() {
        return onLoop(ledger::asked);
    }

    /** What it believes. */
    public CompletableFuture<ClientView> view() {
        return onLoop(ledger::view);
    }

    /** The sequence of the last notice it had; -1 while it is away. */
    public CompletableFuture<Long> standsAt() {
        return onLoop(() -> client().isOnline() ? lastSequence : -1L);
    }

    public String user() {
        return user;
    }

    public int unanswered() {
        return client().unanswered();
    }

    public CompletableFuture<Integer> undecided() {
        return onLoop(ledger::undecided);
    }

    public void leave() {
        client().stop();
    }

    @Override
    public void received(String id, long streamSequence) {
        ledger.answered(id, Fate.RECEIVED);
        tally.received();
        log.write(user, "received", id, Long.toString(streamSequence));
    }

    @Override
    public void refused(String id, String code) {
        ledger.answered(id, Fate.REFUSED);
        tally.refused();
        log.write(user, "refused", id, code);
    }

    @Override
    public void unknown(String id) {
        tally.unknown(id);
        log.write(user, "unknown", id, "");
    }

    @Override
    public boolean givesUp(String id, String code) {
        return random.nextInt(GIVES_UP_ONE_IN) == 0;
    }

    @Override
    public void noticed(String type, String epoch, long sequence, JsonNode data) {
        lastSequence = sequence;
        if (type.equals("order.updated")) {
            told(read(data, OrderState.class), "notice " + sequence);
        } else if (type.equals("command.refused")) {
            CommandRefused refusal = read(data, CommandRefused.class);
            ledger.toldRefused(refusal.account(), refusal.clientOrderId());
            log.write(user, "notice " + sequence, refusal.clientOrderId(), refusal.reason());
        }
    }

    @Override
    public void told(String channel, JsonNode data) {
        market.quote(data);
    }

    @Override
    public void connected(String mode, boolean gap) {
        tally.connected(mode);
        log.write(user, "connected", mode, "");
        if (gap) {
            ledger.gap();
            readOrders("/api/orders?state=all&limit=500&account=" + account, "");
        }
    }

    @Override
    public void disconnected(int code, @Nullable String reason) {
        log.write(user, "disconnected", Integer.toString(code), "");
    }

    private void actAndAgain(long everyMs) {
        if (trading) {
            if (client().isOnline() && client().unanswered() < UNANSWERED_MAX) {
                act();
            }
            client().loop().schedule(() -> actAndAgain(everyMs), random.nextLong(2 * everyMs), TimeUnit.MILLISECONDS);
        }
    }

    private void act() {
        mood.next(ledger.open(true)).ifPresent(intent -> {
            switch (intent) {
                case Intent.Enter order -> enter(order);
                case Intent.TakeBack back -> takeBack(back.clientOrderId());
            }
        });
    }

    private void enter(Intent.Enter order) {
        String id = nextId();
        ledger.entered(id, order);
        ask(id, OrderText.submit(
                id, account, order.instrument(), order.side(), order.type(), order.timeInForce(), order.quantity(),
                order.limitPrice()));
    }

    private void takeBack(String original) {
        String id = nextId();
        ledger.takenBack(id, original);
        ask(id, OrderText.cancel(id, original, account));
    }

    private void ask(String id, String command) {
        tally.asked();
        log.write(user, "invoke", id, command.replace('"', '\''));
        client().ask(id, command);
    }

    private String nextId() {
        return user + '-' + ++commands;
    }

    private void told(OrderState state, String how) {
        if (ledger.told(state)) {
            tally.decided();
        }
        log.write(user, how, state.clientOrderId(), state.status() + " v" + state.version());
    }

    /** After a gap the state comes from a query; the highest version wins, so that live notices are not undone. */
    private void readOrders(String query, String cursor) {
        client().signedIn().get(query + cursor).whenCompleteAsync(
                (answer, failure) -> {
                    if (failure != null) {
                        client().loop().schedule(() -> readOrders(query, cursor), 500, TimeUnit.MILLISECONDS);
                        return;
                    }
                    JsonNode rows = Objects.requireNonNull(answer.get("orders"));
                    rows.values().forEach(row -> told(read(row, OrderState.class), "queried"));
                    JsonNode next = answer.get("nextCursor");
                    if (next != null && next.isString()) {
                        readOrders(query, "&cursor=" + next.getStringValue());
                    }
                },
                client().loop());
    }

    private <T> CompletableFuture<T> onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, client().loop());
    }

    private TraderClient client() {
        return Objects.requireNonNull(client, "no client yet");
    }

    private static <T> T read(JsonNode data, Class<T> type) {
        try {
            return Objects.requireNonNull(ObjectMapper.getDefault().readValueFromTree(data, Argument.of(type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
