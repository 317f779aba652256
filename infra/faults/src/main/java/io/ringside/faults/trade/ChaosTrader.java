package io.ringside.faults.trade;

import io.ringside.benchmarks.trader.OrderText;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.benchmarks.trader.TraderEvents;
import io.ringside.contracts.order.OrderState;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.ClientView;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One trader at work: acts by its mood, remembers what it asked and what it was told. */
public final class ChaosTrader {
    /** Commands without an answer after which a trader waits. */
    private static final int UNANSWERED_MAX = 20;

    private final String user;
    private final String account;
    private final Mood mood;
    private final RandomGenerator random;
    private final HistoryLog log;
    private final Ledger ledger;
    private final Tally tally;
    private final Hearing hearing;
    private @Nullable TraderClient client;
    private int commands;
    private boolean trading;

    public ChaosTrader(
            String user, String account, Market market, RandomGenerator random, HistoryLog log, Tally tally) {
        this.user = user;
        this.account = account;
        this.mood = new Mood(random, market);
        this.random = random;
        this.log = log;
        this.ledger = new Ledger(user, account);
        this.tally = tally;
        this.hearing = new Hearing(user, account, market, random, log, ledger, tally);
    }

    /** Whoever has to be told what its client hears. */
    public TraderEvents events() {
        return hearing;
    }

    /** Goes through this client from now on. */
    public void through(TraderClient through) {
        client = through;
        hearing.of(through);
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
            List<OrderState> open = ledger.open(false);
            open.forEach(order -> takeBack(order.clientOrderId()));
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
        return onLoop(() -> client().isOnline() ? hearing.lastSequence() : -1L);
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
                case Intent.Amend amend -> amend(amend);
                case Intent.TakeBack back -> takeBack(back.clientOrderId());
                case Intent.TakeAllBack all -> takeAllBack(all.instrument());
            }
        });
    }

    private void enter(Intent.Enter order) {
        String id = nextId();
        ledger.entered(id, order);
        ask(
                id,
                OrderText.submit(
                        id,
                        account,
                        order.instrument(),
                        order.side(),
                        order.type(),
                        order.timeInForce(),
                        order.quantity(),
                        order.limitPrice()));
    }

    private void amend(Intent.Amend amend) {
        String id = nextId();
        ledger.amended(id, amend);
        ask(id, OrderText.amend(id, amend.order().clientOrderId(), account, amend.quantity(), amend.limitPrice()));
    }

    private void takeAllBack(String instrument) {
        String id = nextId();
        ledger.allTakenBack(id);
        ask(id, OrderText.cancelAll(id, account, instrument));
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

    private <T> CompletableFuture<T> onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, client().loop());
    }

    private TraderClient client() {
        return Objects.requireNonNull(client, "no client yet");
    }
}
