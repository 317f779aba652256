package io.ringside.position.valuation;

import io.ringside.contracts.position.PositionValuation;
import io.ringside.position.held.HeldPosition;
import io.ringside.position.valuation.LastMarks.Mark;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A position at a mark. Pure. */
final class Valuation {
    private Valuation() {}

    static PositionValuation of(HeldPosition held, Mark mark, Instant at) {
        return new PositionValuation(
                held.key().account(),
                held.key().instrument(),
                held.instrument().currency(),
                held.position().quantity().text(),
                held.averagePriceText().orElse(null),
                held.moneyText(held.position().realised()),
                unrealised(held, mark.price()),
                mark.price() == null ? null : mark.price().text(),
                mark.stale(),
                held.version(),
                at);
    }

    /** A flat position has none whatever the price. */
    private static @Nullable String unrealised(HeldPosition held, @Nullable Price mark) {
        if (!held.isOpen()) {
            return held.moneyText(ExactValue.zero(held.instrument().valueScale()));
        }
        return mark == null ? null : held.moneyText(held.position().unrealised(held.instrument(), mark));
    }
}
