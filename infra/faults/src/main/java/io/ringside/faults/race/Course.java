package io.ringside.faults.race;

import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.faults.deal.Dealer;
import io.ringside.faults.evidence.AskedDeal;
import io.ringside.faults.evidence.Dealings;
import io.ringside.faults.trade.Desk;
import io.ringside.faults.trade.HistoryLog;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/** Runs race after race, a few at a time, and remembers what each was against. */
public final class Course implements Desk, AutoCloseable {
    private final Racers racers;
    private final int triesEach;
    private final Random random;
    private final Map<String, Race> running = new HashMap<>();
    private final Map<String, Rival> rivals = new HashMap<>();
    private int left;
    private volatile int over;

    /** Signs everybody in and connects them. */
    public Course(ReadyFloor floor, int clients, int triesEach, long seed, InstantSource clock, HistoryLog log) {
        this.triesEach = triesEach;
        this.random = Random.from(new SplittableRandom(seed));
        this.racers = new Racers(floor, clients, seed, clock, log, new Ear());
    }

    /** Whether everybody is connected and there is a price. */
    public boolean isReady() {
        return racers.areReady();
    }

    /** Begins so many races, a few at a time. */
    public void run(int races, int atOnce) {
        racers.onLoop(() -> {
            left = races;
            for (int i = 0; i < atOnce; i++) {
                next();
            }
            return left;
        });
    }

    /** Races that are over. */
    public int over() {
        return over;
    }

    /** What each request had to run against, by its id. */
    public Map<String, Rival> rivals() {
        return racers.onLoop(() -> Map.copyOf(rivals));
    }

    /** How many clients of the one who asks each gateway serves. */
    public Map<String, Long> gateways() {
        return racers.gateways();
    }

    /** What everybody asked and was told. */
    public Dealings dealings() {
        return racers.dealings();
    }

    @Override
    public void stop() {
        racers.onLoop(() -> left = 0);
    }

    @Override
    public int unanswered() {
        return racers.unanswered();
    }

    /** Requests of races that did not end. */
    @Override
    public int takeBack() {
        return racers.onLoop(() -> {
            Dealer first = racers.requesters().getFirst();
            List<RfqView> open = first.open();
            open.forEach(first::cancel);
            return open.size();
        });
    }

    @Override
    public List<Standing> standing() {
        return racers.standing();
    }

    @Override
    public void close() {
        racers.close();
    }

    private void next() {
        if (left > 0) {
            Rival[] all = Rival.values();
            Race race = new Race(racers, all[left % all.length], triesEach, random.nextLong());
            left--;
            String id = race.ask(racers.someDealers(random));
            running.put(id, race);
            rivals.put(id, race.rival());
        }
    }

    private void endIfOver(String rfqId, Race race) {
        if (race.isOver()) {
            running.remove(rfqId);
            over++;
            next();
        }
    }

    private final class Ear implements Dealer.Follower {
        @Override
        public void told(Dealer dealer, RfqView view) {
            Race race = running.get(view.rfqId());
            if (race != null) {
                race.told(dealer, view);
                endIfOver(view.rfqId(), race);
            }
        }

        @Override
        public void answered(Dealer dealer, AskedDeal command) {
            Race race = running.get(command.rfqId());
            if (race != null) {
                race.answered();
                endIfOver(command.rfqId(), race);
            }
        }
    }
}
