package io.ringside.position.held;

import static io.ringside.position.Metals.COPPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldPositionPropertiesTest {
    private static final int TRADES = 2_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void earnsExactlyWhatWasReceivedLessPaidPlusWhatTheRestIsWorth(long seed) {
        Random random = new Random(seed);
        HeldPosition held = HeldPosition.none(new HeldPosition.Key("ACC", "CA"), COPPER);
        ExactValue cash = ExactValue.zero(COPPER.valueScale());
        Quantity net = COPPER.noQuantity();
        for (int i = 1; i <= TRADES; i++) {
            Trade trade = trade(random, i);
            held = held.after(trade, trade.at());
            Quantity change = trade.side() == Side.BUY
                    ? trade.quantity()
                    : trade.quantity().negate();
            cash = cash.minus(COPPER.value(trade.price(), change));
            net = net.plus(change);
            Price mark = price(random);
            assertThat(held.position().realised().plus(held.position().unrealised(COPPER, mark)))
                    .isEqualTo(cash.plus(COPPER.value(mark, net)));
            assertThat(held.position().quantity()).isEqualTo(net);
            assertThat(held.isOpen()).isEqualTo(held.averagePriceText().isPresent());
            assertThat(held.version()).isEqualTo(i);
        }
    }

    /** Small quantities, so that the position is flat and flips often. */
    private static Trade trade(Random random, int number) {
        return new Trade(
                "e-" + number,
                new UUID(0, number),
                new HeldPosition.Key("ACC", "CA"),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                Quantity.of(Integer.toString(1 + random.nextInt(4)), 0),
                price(random),
                "paper",
                Instant.EPOCH.plusSeconds(number));
    }

    private static Price price(Random random) {
        return new Price(25L * (36_000 + random.nextInt(2_000)), COPPER.priceScale());
    }
}
