package io.ringside.marketdata.simulator;

import io.ringside.marketdata.book.DecimalText;
import io.ringside.marketdata.feed.TopOfBook;
import io.ringside.marketdata.instrument.TradedInstrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One instrument's prices: a walk on its ticks that is drawn back to its start, so that it stays sensible for ever. */
final class PriceWalk {
    /** One tick of the clock in this many changes the price. */
    private static final int CALM = 3;
    /** The farther from the start, the likelier the way back; at this part of the start it is certain. */
    private static final int WANDERING_PERCENT_MAX = 20;

    private static final int SIZE_PERCENT_MIN = 20;
    private static final int SIZE_PERCENT_MAX = 300;

    private final TradedInstrument instrument;
    private final WalkProfile profile;
    private final SplittableRandom random;
    private final long startTicks;
    private final long wanderingTicksMax;
    private long bidTicks;
    private boolean begun;

    PriceWalk(TradedInstrument instrument, WalkProfile profile, long seed) {
        this.instrument = instrument;
        this.profile = profile;
        // Its own generator: another instrument more or less does not change this one's prices.
        this.random = new SplittableRandom(seed ^ ((long) instrument.symbol().hashCode() << Integer.SIZE));
        this.startTicks = Math.max(
                2,
                profile.start()
                        .divide(instrument.priceTick(), 0, RoundingMode.HALF_EVEN)
                        .longValueExact());
        this.wanderingTicksMax = Math.max(1, startTicks * WANDERING_PERCENT_MAX / 100);
        this.bidTicks = startTicks;
    }

    /** What this tick of the clock brings; null when nothing changes. */
    @Nullable
    TopOfBook tick(Instant now) {
        if (begun && random.nextInt(CALM) != 0) {
            return null;
        }
        begun = true;
        move();
        long spread = 1 + random.nextInt(Math.max(1, 2 * profile.spreadTicks() - 1));
        return new TopOfBook(price(bidTicks), size(), price(bidTicks + spread), size(), now);
    }

    private void move() {
        long away = bidTicks - startTicks;
        boolean back = random.nextLong(wanderingTicksMax) < Math.abs(away);
        long step = random.nextLong(profile.stepTicks() + 1L);
        boolean up = back ? away < 0 : random.nextBoolean();
        bidTicks = Math.max(1, bidTicks + (up ? step : -step));
    }

    private String price(long ticks) {
        return text(instrument.priceTick().multiply(BigDecimal.valueOf(ticks)), instrument.priceScale());
    }

    private String size() {
        BigDecimal steps = profile.size()
                .multiply(BigDecimal.valueOf(random.nextInt(SIZE_PERCENT_MIN, SIZE_PERCENT_MAX + 1), 2))
                .divide(instrument.quantityStep(), 0, RoundingMode.DOWN)
                .max(BigDecimal.ONE);
        return text(steps.multiply(instrument.quantityStep()), instrument.quantityScale());
    }

    private static String text(BigDecimal value, int scale) {
        return DecimalText.rescaled(value.toPlainString(), scale);
    }
}
