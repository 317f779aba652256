package io.ringside.position.held;

import static io.ringside.position.Metals.COPPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.position.PositionChanged;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.position.Metals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trades in, position out: quantity, average price, realised profit. Copper: 25 tonnes a lot. */
class HeldPositionTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final HeldPosition.Key KEY = new HeldPosition.Key("ACC", "CA");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            opens long             | +4 @ 100                     | 4  | 100.0000 | 0.00
            opens short            | -4 @ 100                     | -4 | 100.0000 | 0.00
            adds to a long         | +4 @ 100, +4 @ 101           | 8  | 100.5000 | 0.00
            adds to a short        | -4 @ 100, -4 @ 101           | -8 | 100.5000 | 0.00
            averages over thirds   | +1 @ 100, +2 @ 101           | 3  | 100.6667 | 0.00
            closes a part with gain| +4 @ 100, -1 @ 102           | 3  | 100.0000 | 50.00
            closes a part with loss| +4 @ 100, -1 @ 99.25         | 3  | 100.0000 | -18.75
            covers a part with gain| -4 @ 100, +1 @ 98            | -3 | 100.0000 | 50.00
            covers a part with loss| -4 @ 100, +1 @ 101           | -3 | 100.0000 | -25.00
            closes a long flat     | +4 @ 100, -4 @ 101           | 0  | -        | 100.00
            covers a short flat    | -4 @ 100, +4 @ 101           | 0  | -        | -100.00
            flips long to short    | +4 @ 100, -6 @ 101           | -2 | 101.0000 | 100.00
            flips short to long    | -4 @ 100, +6 @ 99            | 2  | 99.0000  | 100.00
            opens anew after flat  | +4 @ 100, -4 @ 101, +1 @ 90  | 1  | 90.0000  | 100.00
            loses nothing to thirds| +1 @ 100, +2 @ 101, -1 @ 101, -1 @ 101, -1 @ 101 | 0 | - | 25.00
            """)
    void keepsQuantityAverageAndRealisedProfit(
            String name, String trades, String quantity, String average, String realised) {
        List<PositionChanged> facts = facts(trades);
        assertThat(facts.getLast())
                .isEqualTo(new PositionChanged(
                        "ACC",
                        "CA",
                        "USD",
                        quantity,
                        average.equals("-") ? null : average,
                        realised,
                        "e-" + facts.size(),
                        facts.size(),
                        NOON));
    }

    @Test
    void countsEachTradeAsAVersion() {
        assertThat(facts("+4 @ 100, -4 @ 101, +1 @ 90"))
                .map(PositionChanged::version)
                .containsExactly(1L, 2L, 3L);
    }

    private static List<PositionChanged> facts(String trades) {
        HeldPosition held = HeldPosition.none(KEY, COPPER);
        List<PositionChanged> facts = new ArrayList<>();
        for (String text : trades.split(", ")) {
            Trade trade = Trade.of(booked("e-" + (facts.size() + 1), text), COPPER);
            held = held.after(trade, NOON);
            facts.add(held.changedBy(trade));
        }
        return facts;
    }

    private static TradeBooked booked(String executionId, String text) {
        return Metals.trade(executionId, "00000000-0000-7000-8000-000000000001", "ACC", "CA", text);
    }
}
