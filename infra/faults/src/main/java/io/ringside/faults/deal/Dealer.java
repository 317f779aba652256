package io.ringside.faults.deal;

import io.micronaut.json.tree.JsonNode;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.benchmarks.trader.TraderEvents;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.AskedDeal;
import io.ringside.faults.evidence.DealView;
import io.ringside.faults.trade.HistoryLog;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client of somebody who asks for prices and gives them; it remembers what it asked and what it was told. Everything
 * but what says otherwise happens on its client's event loop.
 */
public final class Dealer implements TraderEvents {
    private final Name name;
    private final Follower follower;
    private final HistoryLog log;
    private final DealLedger ledger;
    private @Nullable TraderClient client;
    private @Nullable String node;
    private long lastSequence;
    private int commands;

    /**
     * Who it is.
     *
     * @param prefix of the ids of its commands, its own within the account
     */
    public record Name(String user, String account, String prefix) {}

    /** Whoever acts on what it hears. */
    public interface Follower {
        /** One of its requests, or one in which it was asked, is so now. */
        default void told(Dealer dealer, RfqView view) {}

        /** A command of its has its answer. */
        default void answered(Dealer dealer, AskedDeal command) {}

        /** A price moved. */
        default void quoted(JsonNode quote) {}
    }

    public Dealer(Name name, Follower follower, HistoryLog log) {
        this.name = name;
        this.follower = follower;
        this.log = log;
        this.ledger = new DealLedger(name.user(), name.account());
    }

    /** Goes through this client from now on. */
    public void through(TraderClient through) {
        client = through;
        through.start();
    }

    /** Asks for prices; gives the id of the request. */
    public String request(Wish wish) {
        String id = nextId();
        String rfqId = Rfq.idOf(name.account(), id);
        ask("request", id, rfqId, DealText.request(id, name.account(), wish));
        return rfqId;
    }

    public void quote(RfqView rfq, String price) {
        String id = nextId();
        ask("quote", id, rfq.rfqId(), DealText.quote(id, name.account(), rfq, price));
    }

    public void accept(RfqView rfq, RfqView.Quote quote) {
        String id = nextId();
        ask("accept", id, rfq.rfqId(), DealText.accept(id, name.account(), rfq, quote));
    }

    public void pass(RfqView rfq) {
        String id = nextId();
        ask("pass", id, rfq.rfqId(), DealText.pass(id, name.account(), rfq));
    }

    public void cancel(RfqView rfq) {
        String id = nextId();
        ask("cancel", id, rfq.rfqId(), DealText.cancel(id, name.account(), rfq));
    }

    /** Requests that have not ended, as far as it knows. */
    public List<RfqView> open() {
        return ledger.open();
    }

    /** What it asked. */
    public List<AskedDeal> asked() {
        return ledger.asked();
    }

    /** What it was told. */
    public DealView view() {
        return ledger.view();
    }

    /** The sequence of the last notice it had; -1 while it is away. */
    public long standsAt() {
        return client().isOnline() ? lastSequence : -1L;
    }

    /** The gateway that took it in last. */
    public @Nullable String node() {
        return node;
    }

    public Name name() {
        return name;
    }

    /** From any thread. */
    public TraderClient client() {
        return Objects.requireNonNull(client, "no client yet");
    }

    @Override
    public void received(String id, long streamSequence) {
        log.write(name.user(), "received", id, Long.toString(streamSequence));
        follower.answered(this, ledger.answered(id, Fate.RECEIVED));
    }

    @Override
    public void refused(String id, String code) {
        log.write(name.user(), "refused", id, code);
        follower.answered(this, ledger.answered(id, Fate.REFUSED));
    }

    @Override
    public void unknown(String id) {
        log.write(name.user(), "unknown", id, "");
    }

    @Override
    public void noticed(String type, String epoch, long sequence, JsonNode data) {
        lastSequence = sequence;
        if (type.equals("rfq.updated")) {
            RfqView view = Told.read(data, RfqView.class);
            log.write(name.user(), "notice " + sequence, view.rfqId(), view.status() + " v" + view.version());
            ledger.told(view);
            follower.told(this, view);
        } else if (type.equals("rfq.refused")) {
            RfqRefused refusal = Told.read(data, RfqRefused.class);
            log.write(name.user(), "notice " + sequence, refusal.commandId(), refusal.reason());
            ledger.toldRefused(refusal.commandId());
        }
    }

    @Override
    public void told(String channel, JsonNode data) {
        follower.quoted(data);
    }

    @Override
    public void served(@Nullable String gateway) {
        node = gateway;
    }

    @Override
    public void connected(String mode, boolean gap) {
        log.write(name.user(), "connected", mode, String.valueOf(node));
        if (gap) {
            ledger.gap();
            Told.allRequests(client(), ledger::known);
        }
    }

    private void ask(String verb, String id, String rfqId, String command) {
        ledger.asked(verb, id, rfqId);
        log.write(name.user(), "invoke", id, command.replace('"', '\''));
        client().ask(id, command);
    }

    private String nextId() {
        return name.prefix() + '-' + ++commands;
    }
}
