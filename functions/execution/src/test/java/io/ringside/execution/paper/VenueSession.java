package io.ringside.execution.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A generated trading session: the same seed makes the same orders, quotes, pulls and days. */
final class VenueSession {
    private static final String[] SIDES = {"BUY", "SELL"};
    private static final String[] TIMES = {"DAY", "DAY", "IOC", "FOK", "GTC", "GTD"};
    private static final int MID = 100;
    private static final int SECONDS_MAX = 3_600;

    private final Random random;
    private final List<String> entered = new ArrayList<>();
    private long sequence = 10;
    private int mid = MID;
    private Instant now;

    VenueSession(long seed, Instant start) {
        this.random = new Random(seed);
        this.now = start;
    }

    /** What happens next. */
    sealed interface Step {
        record Enter(String order, String quote) implements Step {}

        record Match(String quote) implements Step {}

        record Pull(String orderId) implements Step {}

        /** {@code A 5 @ 101} */
        record Amend(String orderId, String terms, String quote) implements Step {}

        record Close() implements Step {}
    }

    /** Some time passes; after about 50 times a day has ended. */
    Instant later() {
        now = now.plusSeconds(random.nextInt(SECONDS_MAX));
        return now;
    }

    Step next() {
        if (random.nextInt(30) == 0) {
            return new Step.Close();
        }
        int dice = random.nextInt(10);
        if (dice < 5 || entered.isEmpty()) {
            return new Step.Enter(order(), quote());
        }
        if (dice < 8) {
            return new Step.Match(quote());
        }
        String id = entered.get(random.nextInt(entered.size()));
        return dice == 9 ? new Step.Pull(id) : new Step.Amend(id, id + ' ' + size(50) + ' ' + price(), quote());
    }

    private String order() {
        String id = "O" + entered.size();
        entered.add(id);
        String price = random.nextInt(4) == 0 ? "MARKET" : price();
        return String.join(" ", id, pick(SIDES), pick(TIMES), size(40), price);
    }

    private String price() {
        return "@ " + (mid - 3 + random.nextInt(7));
    }

    /** Mostly a new quote, at times the same one again, an older one, a one-sided one or none. */
    private String quote() {
        int dice = random.nextInt(20);
        if (dice == 0) {
            return "-";
        }
        long number = dice == 1 ? sequence - 2 : dice < 8 ? sequence : ++sequence;
        Random fixed = new Random(number * 31 + MID);
        mid = MID - 4 + fixed.nextInt(9);
        String bid = fixed.nextInt(12) == 0 ? "-" : (mid - 1) + " x " + tenths(fixed, 200);
        String ask = fixed.nextInt(12) == 0 ? "-" : mid + " x " + tenths(fixed, 200);
        return number + ": " + bid + " / " + ask;
    }

    private String size(int stepsMax) {
        int halves = 1 + random.nextInt(stepsMax);
        return halves / 2 + (halves % 2 == 0 ? ".0" : ".5");
    }

    private static String tenths(Random random, int most) {
        int tenths = random.nextInt(most);
        return tenths / 10 + "." + tenths % 10;
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
