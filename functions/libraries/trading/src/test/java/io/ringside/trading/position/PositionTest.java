package io.ringside.trading.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.Side;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PositionTest {
    private static final Instrument TIN = Instruments.TIN;

    @Test
    void averagesWhatIsBoughtAtSeveralPrices() {
        Position position = flat().after(TIN, Side.BUY, lots("1"), price("100.00"))
                .after(TIN, Side.BUY, lots("2"), price("100.50"));
        assertThat(position.quantity()).hasToString("3.0");
        assertThat(position.averagePrice(TIN).map(Price::text)).contains("100.3333");
        assertThat(position.realised().isZero()).isTrue();
    }

    @Test
    void realisesOnWhatIsSold() {
        Position position = flat().after(TIN, Side.BUY, lots("2"), price("100.00"))
                .after(TIN, Side.SELL, lots("1"), price("103.00"));
        assertThat(money(position.realised())).isEqualTo("75.00 USD");
        assertThat(money(position.unrealised(TIN, price("99.00")))).isEqualTo("-25.00 USD");
        assertThat(position.averagePrice(TIN).map(Price::text)).contains("100.0000");
    }

    @Test
    void turnsFromLongToShortInOneTrade() {
        Position position = flat().after(TIN, Side.BUY, lots("1"), price("100.00"))
                .after(TIN, Side.SELL, lots("3"), price("101.00"));
        assertThat(position.quantity()).hasToString("-2.0");
        assertThat(position.averagePrice(TIN).map(Price::text)).contains("101.0000");
        assertThat(money(position.realised())).isEqualTo("25.00 USD");
        assertThat(money(position.unrealised(TIN, price("100.00")))).isEqualTo("50.00 USD");
    }

    @Test
    void hasNoAverageWhenFlat() {
        Position position = flat().after(TIN, Side.SELL, lots("1"), price("100.00"))
                .after(TIN, Side.BUY, lots("1"), price("98.00"));
        assertThat(position.averagePrice(TIN)).isEmpty();
        assertThat(position.cost().isZero()).isTrue();
        assertThat(money(position.realised())).isEqualTo("50.00 USD");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> flat().after(TIN, Side.BUY, lots("0"), price("1.00")))
                .hasMessageContaining("none");
        ExactValue one = new ExactValue(BigInteger.ONE, TIN.valueScale());
        assertThatThrownBy(() -> new Position(lots("0"), one, one)).hasMessageContaining("flat");
    }

    @Test
    void losesNothingWhateverIsTraded() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_121L);
        for (Instrument instrument : List.of(TIN, Instruments.ADA)) {
            for (int run = 0; run < 200; run++) {
                checkOneRun(instrument, random);
            }
        }
    }

    /**
     * Realised plus unrealised is what came in less what went out plus what is held, after every trade and at any
     * mark.
     */
    private static void checkOneRun(Instrument instrument, RandomGenerator random) {
        Position position = Position.flat(instrument);
        ExactValue cash = ExactValue.zero(instrument.valueScale());
        Quantity held = instrument.noQuantity();
        for (int trade = 0; trade < 50; trade++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            Quantity quantity = new Quantity(random.nextLong(1, 1_000), instrument.quantityScale());
            Price price = new Price(random.nextLong(1, 100_000), instrument.priceScale());
            position = position.after(instrument, side, quantity, price);
            Quantity change = side == Side.BUY ? quantity : quantity.negate();
            held = held.plus(change);
            cash = cash.minus(instrument.value(price, change));

            Price mark = new Price(random.nextLong(1, 100_000), instrument.priceScale());
            assertThat(position.quantity()).isEqualTo(held);
            assertThat(position.realised().plus(position.unrealised(instrument, mark)))
                    .isEqualTo(cash.plus(instrument.value(mark, held)));
            assertThat(position.averagePrice(instrument).isEmpty()).isEqualTo(held.isZero());
            assertThat(position.cost().sign()).isEqualTo(held.sign());
        }
    }

    private static Position flat() {
        return Position.flat(TIN);
    }

    private static String money(ExactValue value) {
        return TIN.money(value, RoundingMode.HALF_EVEN).toString();
    }

    private static Quantity lots(String text) {
        return Quantity.of(text, 1);
    }

    private static Price price(String text) {
        return Price.of(text, 2);
    }
}
