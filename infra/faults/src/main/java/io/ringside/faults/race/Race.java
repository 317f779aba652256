package io.ringside.faults.race;

import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.faults.deal.Dealer;
import io.ringside.faults.deal.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * One request that many clients accept at once, each several times, while something else runs against them. Confined
 * to the event loop of all.
 */
final class Race {
    static final String INSTRUMENT = "XBT-CHF";

    private static final String QUANTITY = "0.001";
    /** The first acceptance comes so long before or after the end of a life at the most. */
    private static final long AROUND_THE_END_MS = 25;
    /** The others follow within so long. */
    private static final long SPREAD_MS = 15;
    /** Moves among which the one against them is sent: later it would never win. */
    private static final int EARLY = 3;
    /** Of requests whose end is no part of the race: a price that nobody could take in time ends with it. */
    private static final int LIFE_SECONDS = 30;
    /** Prices differ from the market by less than this. */
    private static final int AWAY_PPM_MAX = 20_000;

    private final Racers racers;
    private final Rival rival;
    private final int triesEach;
    private final Random random;
    private final List<Dealer> dealers = new ArrayList<>();
    private int sent;
    private int answered;
    private boolean started;
    private boolean ended;

    /** @param triesEach acceptances of each client, with ids of their own */
    Race(Racers racers, Rival rival, int triesEach, long seed) {
        this.racers = racers;
        this.rival = rival;
        this.triesEach = triesEach;
        this.random = Random.from(new SplittableRandom(seed));
    }

    /** Asks for prices; gives the id of the request. */
    String ask(List<String> users) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        int life = rival == Rival.EXPIRY ? Rfq.LIFE_SECONDS_MIN : LIFE_SECONDS;
        sent++;
        return one(racers.requesters()).request(new Wish(INSTRUMENT, side, QUANTITY, users, life));
    }

    Rival rival() {
        return rival;
    }

    /** One of the commands has its answer. */
    void answered() {
        answered++;
    }

    boolean isOver() {
        return ended && answered == sent;
    }

    void told(Dealer dealer, RfqView view) {
        ended |= view.status() != RfqStatus.OPEN;
        if (view.role() == RfqView.Role.COUNTERPARTY) {
            if (view.version() == 1) {
                sent++;
                dealers.add(dealer);
                dealer.quote(view, price());
            }
        } else if (!started && !ended && isPricedByAll(view)) {
            started = true;
            start(view);
        }
    }

    private static boolean isPricedByAll(RfqView view) {
        return view.quotes().stream().allMatch(quote -> quote.status() == QuoteStatus.ACTIVE);
    }

    private void start(RfqView view) {
        List<Runnable> moves = new ArrayList<>();
        for (Dealer requester : racers.requesters()) {
            int from = random.nextInt(view.quotes().size());
            for (int i = 0; i < triesEach; i++) {
                RfqView.Quote quote =
                        view.quotes().get((from + i) % view.quotes().size());
                moves.add(() -> requester.accept(view, quote));
            }
        }
        Collections.shuffle(moves, random);
        against(view).ifPresent(move -> moves.add(random.nextInt(Math.min(EARLY, moves.size())), move));
        sent += moves.size();
        if (rival == Rival.EXPIRY) {
            long first = untilMs(view.expiresAt()) + random.nextLong(-AROUND_THE_END_MS, AROUND_THE_END_MS);
            moves.forEach(move -> racers.later(Math.max(0, first + random.nextLong(SPREAD_MS)), move));
        } else {
            moves.forEach(Runnable::run);
        }
    }

    private Optional<Runnable> against(RfqView view) {
        return switch (rival) {
            case NONE, EXPIRY -> Optional.empty();
            case CANCEL -> Optional.of(() -> one(racers.requesters()).cancel(view));
            case WITHDRAWAL -> Optional.of(() -> one(dealers).pass(view));
            case NEW_PRICE -> Optional.of(() -> one(dealers).quote(view, price()));
        };
    }

    private long untilMs(Instant end) {
        return Duration.between(racers.now(), end).toMillis();
    }

    private String price() {
        return racers.market()
                .near(INSTRUMENT, random.nextInt(-AWAY_PPM_MAX, AWAY_PPM_MAX))
                .orElseThrow();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
