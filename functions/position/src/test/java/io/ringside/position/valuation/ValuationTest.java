package io.ringside.position.valuation;

import static io.ringside.position.Metals.COPPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.position.PositionValuation;
import io.ringside.position.valuation.LastMarks.Mark;
import io.ringside.trading.money.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a long gains when its mark rises       | 4  | 400   | 101  | false | 100.00  | 101.00 | false
            a long loses when its mark falls       | 4  | 400   | 99   | false | -100.00 | 99.00  | false
            a short gains when its mark falls      | -4 | -400  | 99   | false | 100.00  | 99.00  | false
            a short loses when its mark rises      | -4 | -400  | 101  | false | -100.00 | 101.00 | false
            a stale mark values and says so        | 4  | 400   | 101  | true  | 100.00  | 101.00 | true
            without a price nothing is unrealised  | 4  | 400   | -    | true  | -       | -      | true
            a flat position has nothing unrealised | 0  | 0     | -    | false | 0.00    | -      | false
            """)
    void valuesAPositionAtItsMark(
            String name,
            String quantity,
            String price,
            String mark,
            boolean stale,
            String unrealised,
            String shown,
            boolean shownStale) {
        PositionValuation valuation =
                Valuation.of(HeldPositions.of(quantity, price, 3), new Mark(price(mark), stale), NOON);
        assertThat(valuation.unrealised()).isEqualTo(text(unrealised));
        assertThat(valuation.mark()).isEqualTo(text(shown));
        assertThat(valuation.stale()).isEqualTo(shownStale);
        assertThat(valuation.quantity()).isEqualTo(quantity);
        assertThat(valuation.version()).isEqualTo(3);
        assertThat(valuation.currency()).isEqualTo(COPPER.currency());
        assertThat(valuation.at()).isEqualTo(NOON);
    }

    private static @Nullable Price price(String text) {
        return text.equals("-") ? null : Price.of(text, COPPER.priceScale());
    }

    private static @Nullable String text(String text) {
        return text.equals("-") ? null : text;
    }
}
