package io.ringside.faults.secrecy;

import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.testkit.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * One generated run: requests of everybody to some or all of the others, prices in versions, passes, acceptances of old
 * and new versions, two at once, cancels, and some that nobody answers in time.
 */
final class Dealings {
    private static final int REQUESTS = 24;
    private static final int ROUNDS = 3;
    private static final int SHORT_REQUESTS = 3;
    private static final int LONG_LIFE_SECONDS = Rfq.LIFE_SECONDS_MAX;

    private final String name;
    private final Random random;
    private final Prices prices;
    private final List<Party> parties;
    private final List<Quoted> quoted = new ArrayList<>();
    private final List<Asked> shortLived = new ArrayList<>();
    private final List<CompletableFuture<?>> underWay = new ArrayList<>();
    private int commands;

    Dealings(int seed, Prices prices, List<Party> parties) {
        this.name = "s" + seed;
        this.random = new Random(seed);
        this.prices = prices;
        this.parties = parties;
    }

    /**
     * A price that somebody gave to somebody.
     *
     * @param surely whether it was given in time
     */
    record Quoted(String price, Party dealer, Party requester, boolean surely) {}

    private record Asked(String rfqId, Party requester, List<Party> dealers, Side side, String quantity) {}

    private record Pair(Asked asked, Party dealer) {}

    /** Everything that was quoted. */
    List<Quoted> run() {
        shortLived.addAll(requests(SHORT_REQUESTS, Rfq.LIFE_SECONDS_MIN));
        awaitAsked(shortLived);
        shortLived.forEach(asked -> asked.dealers().forEach(dealer -> quote(asked, dealer, false)));
        List<Asked> all = requests(REQUESTS, LONG_LIFE_SECONDS);
        awaitAsked(all);
        List<Pair> pairs = new ArrayList<>();
        all.forEach(asked -> asked.dealers().forEach(dealer -> pairs.add(new Pair(asked, dealer))));
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(pairs, random);
            pairs.forEach(pair -> answer(pair.asked(), pair.dealer()));
            awaitPrices();
            someComeBack();
        }
        all.forEach(this::end);
        awaitPrices();
        return quoted;
    }

    /** Waits until those that nobody ended have ended by themselves. */
    void awaitExpired() {
        shortLived.forEach(asked -> awaitEnd(asked, asked.requester()));
    }

    private void someComeBack() {
        for (Party party : parties) {
            if (random.nextInt(3) == 0) {
                party.close();
                party.connect(random.nextBoolean());
            }
        }
    }

    private List<Asked> requests(int count, int lifeSeconds) {
        return Stream.generate(() -> request(lifeSeconds)).limit(count).toList();
    }

    private Asked request(int lifeSeconds) {
        Party requester = one(parties);
        List<Party> others = new ArrayList<>(parties.stream()
                .filter(party -> !party.firm().equals(requester.firm()))
                .toList());
        Collections.shuffle(others, random);
        boolean everybody = random.nextInt(3) == 0;
        List<Party> dealers = everybody ? others : others.subList(0, random.nextInt(1, others.size() + 1));
        String id = nextId();
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        String quantity = Integer.toString(random.nextInt(1, 10));
        Map<String, Object> body = new HashMap<>(Map.of(
                "clientRfqId",
                id,
                "account",
                requester.account(),
                "instrument",
                SecretFloor.INSTRUMENT,
                "side",
                side.name(),
                "quantity",
                quantity,
                "lifeSeconds",
                lifeSeconds));
        if (!everybody) {
            body.put("counterparties", dealers.stream().map(Party::user).toList());
        }
        send(requester, new Party.Command("rfq.request", body));
        return new Asked(Rfq.idOf(requester.account(), id), requester, dealers, side, quantity);
    }

    private void answer(Asked asked, Party dealer) {
        switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> send(dealer, new Party.Command("rfq.pass", response(asked, dealer)));
            default -> quote(asked, dealer, true);
        }
    }

    private void quote(Asked asked, Party dealer, boolean surely) {
        String price = prices.next(random);
        quoted.add(new Quoted(price, dealer, asked.requester(), surely));
        send(
                dealer,
                new Party.Command(
                        "rfq.quote",
                        Map.of(
                                "clientQuoteId", nextId(),
                                "rfqId", asked.rfqId(),
                                "account", dealer.account(),
                                "instrument", SecretFloor.INSTRUMENT,
                                "side", asked.side() == Side.BUY ? "SELL" : "BUY",
                                "quantity", asked.quantity(),
                                "price", price)));
    }

    private void end(Asked asked) {
        Party requester = asked.requester();
        List<RfqView.Quote> active = new ArrayList<>(requester.newest(asked.rfqId()).quotes().stream()
                .filter(quote -> quote.status() == QuoteStatus.ACTIVE)
                .toList());
        Collections.shuffle(active, random);
        switch (active.isEmpty() ? 3 : random.nextInt(5)) {
            case 0, 1 ->
                send(
                        requester,
                        active.stream()
                                .limit(random.nextInt(1, 3))
                                .map(quote -> accept(asked, quote, quote.version()))
                                .toArray(Party.Command[]::new));
            case 2 ->
                send(
                        requester,
                        accept(asked, active.getFirst(), active.getFirst().version() + 1),
                        new Party.Command("rfq.cancel", response(asked, requester)));
            case 3 -> send(requester, new Party.Command("rfq.cancel", response(asked, requester)));
            default -> {
                return; // stays open
            }
        }
        awaitEnd(asked, requester);
        asked.dealers().forEach(dealer -> awaitEnd(asked, dealer));
    }

    private Party.Command accept(Asked asked, RfqView.Quote quote, int version) {
        Map<String, Object> body = new HashMap<>(response(asked, asked.requester()));
        body.putAll(Map.of(
                "quoteId", String.valueOf(quote.quoteId()),
                "version", version,
                "instrument", SecretFloor.INSTRUMENT,
                "side", asked.side().name(),
                "quantity", asked.quantity(),
                "price", String.valueOf(quote.price())));
        return new Party.Command("rfq.accept", body);
    }

    private Map<String, Object> response(Asked asked, Party party) {
        return Map.of("clientResponseId", nextId(), "rfqId", asked.rfqId(), "account", party.account());
    }

    /** At once; that it was received is waited for with all the others. */
    private void send(Party party, Party.Command... wanted) {
        Stream.of(wanted).map(party::command).forEach(underWay::add);
    }

    private void awaitReceived() {
        underWay.forEach(CompletableFuture::join);
        underWay.clear();
    }

    private void awaitAsked(List<Asked> all) {
        awaitReceived();
        all.forEach(asked -> asked.dealers()
                .forEach(dealer -> Eventually.holds(
                        dealer.user() + " is asked in " + asked.rfqId() + "; "
                                + asked.requester().refused(),
                        () -> dealer.sees(asked.rfqId(), view -> true))));
    }

    private void awaitPrices() {
        awaitReceived();
        quoted.stream()
                .filter(Quoted::surely)
                .forEach(each -> Eventually.holds(
                        each.requester().user() + " and " + each.dealer().user() + " hear of " + each.price() + "; "
                                + each.dealer().refused(),
                        () -> each.requester().heardOf(each.price())
                                && each.dealer().heardOf(each.price())));
    }

    private static void awaitEnd(Asked asked, Party party) {
        Eventually.holds(
                party.user() + " hears how " + asked.rfqId() + " ends; " + party.refused(),
                () -> party.sees(asked.rfqId(), view -> view.status() != RfqStatus.OPEN));
    }

    private String nextId() {
        return name + '-' + ++commands;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
