package io.ringside.trading.risk;

import io.ringside.contracts.risk.LimitKind;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.trading.money.Quantity;
import java.util.List;
import java.util.Optional;

/** How far a limit is used, in the levels that its user is to know of: pure, so that nothing has to be remembered. */
public final class LimitUse {
    /** Per cent of the limit, the highest first. */
    private static final List<Integer> LEVELS = List.of(100, 90, 75);

    private static final int PER_CENT = 100;

    private LimitUse() {}

    /**
     * The highest level of the net position limit that the use reaches and had not reached before. What falls below a
     * level and rises again reaches it again.
     */
    public static Optional<LimitReached> lifted(Quantity before, Quantity after, Quantity maximum) {
        int level = level(after, maximum);
        return level > level(before, maximum)
                ? Optional.of(new LimitReached(LimitKind.NET_POSITION, level, after.text(), maximum.text()))
                : Optional.empty();
    }

    /** The highest level that is reached; 0 for none, and of a limit that lets nothing through. */
    private static int level(Quantity used, Quantity maximum) {
        used.requireFit(maximum);
        if (!maximum.isPositive()) {
            return 0;
        }
        return LEVELS.stream()
                .filter(level -> used.unscaled() >= threshold(level, maximum.unscaled()))
                .findFirst()
                .orElse(0);
    }

    /** That many per cent of a positive number, rounded up; no product leaves the range of a long. */
    private static long threshold(int level, long maximum) {
        long rest = maximum % PER_CENT * level;
        return maximum / PER_CENT * level + (rest + PER_CENT - 1) / PER_CENT;
    }
}
