package io.ringside.faults.deal;

import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.faults.trade.Market;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded whims of one dealer: asks, prices and prices again, passes, takes one price or races for two, cancels. */
final class DealMood {
    private static final int HUNDRED = 100;
    private static final int ASK_PERCENT = 15;
    /** Of what it does about open requests, so much is where somebody waits for it. */
    private static final int RIPE_PERCENT = 80;

    private static final int PRICE_PERCENT = 70;
    private static final int PASS_PERCENT = 85;
    private static final int TAKE_PERCENT = 50;
    private static final int CANCEL_PERCENT = 65;
    /** Requests of its own that a dealer lets go on at once. */
    private static final int OPEN_MAX = 3;

    private static final int LIFE_SECONDS_MIN = 5;
    private static final int LIFE_SECONDS_MAX = 20;
    /** Prices differ from the market by less than this. */
    private static final int AWAY_PPM_MAX = 20_000;

    private static final List<String> INSTRUMENTS = List.of("XBT-CHF", "XMR-USD");
    private static final String QUANTITY = "0.01";

    private final List<String> others;
    private final Market market;
    private final Random random;

    /** @param others of other firms */
    DealMood(List<String> others, Market market, Random random) {
        this.others = List.copyOf(others);
        this.market = market;
        this.random = random;
    }

    /** Does the next thing, if there is something to do. */
    void act(Dealer dealer) {
        List<RfqView> open = dealer.open();
        List<RfqView> own = in(open, RfqView.Role.REQUESTER);
        if (open.isEmpty() || own.size() < OPEN_MAX && random.nextInt(HUNDRED) < ASK_PERCENT) {
            dealer.request(wish());
            return;
        }
        List<RfqView> ripe = open.stream().filter(DealMood::waits).toList();
        List<RfqView> of = ripe.isEmpty() || random.nextInt(HUNDRED) >= RIPE_PERCENT ? open : ripe;
        RfqView rfq = of.get(random.nextInt(of.size()));
        if (rfq.role() == RfqView.Role.COUNTERPARTY) {
            answer(dealer, rfq);
        } else {
            end(dealer, rfq);
        }
    }

    /** Takes back its own requests that are open; tells how many. */
    int takeBack(Dealer dealer) {
        List<RfqView> own = in(dealer.open(), RfqView.Role.REQUESTER);
        own.forEach(dealer::cancel);
        return own.size();
    }

    private Wish wish() {
        List<String> asked = new ArrayList<>(others);
        Collections.shuffle(asked, random);
        return new Wish(
                INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size())),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                QUANTITY,
                asked.subList(0, random.nextInt(1, asked.size() + 1)),
                random.nextInt(LIFE_SECONDS_MIN, LIFE_SECONDS_MAX + 1));
    }

    private void answer(Dealer dealer, RfqView rfq) {
        int percent = random.nextInt(HUNDRED);
        if (percent < PRICE_PERCENT) {
            market.near(rfq.instrument(), random.nextInt(-AWAY_PPM_MAX, AWAY_PPM_MAX))
                    .ifPresent(price -> dealer.quote(rfq, price));
        } else if (percent < PASS_PERCENT) {
            dealer.pass(rfq);
        }
    }

    private void end(Dealer dealer, RfqView rfq) {
        List<RfqView.Quote> firm = new ArrayList<>(rfq.quotes().stream()
                .filter(quote -> quote.status() == QuoteStatus.ACTIVE)
                .toList());
        Collections.shuffle(firm, random);
        int percent = random.nextInt(HUNDRED);
        if (percent < TAKE_PERCENT) {
            firm.stream().limit(random.nextInt(1, 3)).forEach(quote -> dealer.accept(rfq, quote));
        } else if (percent < CANCEL_PERCENT) {
            firm.stream().limit(1).forEach(quote -> dealer.accept(rfq, quote));
            dealer.cancel(rfq);
        }
    }

    /** Whether somebody waits for this party: for its first answer, or for its word on a firm price. */
    private static boolean waits(RfqView view) {
        QuoteStatus awaited = view.role() == RfqView.Role.COUNTERPARTY ? QuoteStatus.REQUESTED : QuoteStatus.ACTIVE;
        return view.quotes().stream().anyMatch(quote -> quote.status() == awaited);
    }

    private static List<RfqView> in(List<RfqView> open, RfqView.Role role) {
        return open.stream().filter(view -> view.role() == role).toList();
    }
}
