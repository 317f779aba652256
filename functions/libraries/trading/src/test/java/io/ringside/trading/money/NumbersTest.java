package io.ringside.trading.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.000022900, 9, 22900, 0.000022900",
        "13355.87450757, 8, 1335587450757, 13355.87450757",
        "-1.50, 2, -150, -1.50",
        "7, 0, 7, 7",
        "1.5000, 2, 150, 1.50",
        "007, 1, 70, 7.0",
        "9223372036854775807, 0, 9223372036854775807, 9223372036854775807",
        "-9223372036854775808, 0, -9223372036854775808, -9223372036854775808"
    })
    void readsAndWritesTheExactNumber(String text, int scale, long unscaled, String written) {
        assertThat(Price.of(text, scale)).isEqualTo(new Price(unscaled, scale)).hasToString(written);
        assertThat(Quantity.of(text, scale))
                .isEqualTo(new Quantity(unscaled, scale))
                .hasToString(written);
        assertThat(Money.of(text, "USD", scale).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "+1", "1e3", ".5", "1.", "--1", "1,5", "NaN", "0x1", "١"})
    void refusesWhatIsNoDecimalNumber(String text) {
        assertThat(Price.read(text, 2))
                .isEqualTo(new Parsed.Broken<>(Parsed.Fault.NOT_A_NUMBER, "is not a decimal number"));
    }

    @Test
    void namesTheRuleThatATextBreaks() {
        assertThat(Price.read("1.005", 2))
                .isEqualTo(new Parsed.Broken<>(Parsed.Fault.TOO_FINE, "has more than 2 decimals"));
        assertThat(Price.read("92233720368547758.08", 2))
                .isEqualTo(new Parsed.Broken<>(Parsed.Fault.TOO_LARGE, "is too large"));
        assertThat(Price.read("1".repeat(41), 2))
                .isEqualTo(new Parsed.Broken<>(Parsed.Fault.NOT_A_NUMBER, "is longer than 40 characters"));
        assertThatThrownBy(() -> Quantity.of("x", 2)).hasMessage("quantity 'x' is not a decimal number");
        assertThat(Price.read("x", 2).map(Price::text)).isInstanceOf(Parsed.Broken.class);
    }

    @Test
    void neverMixesScalesOrCurrencies() {
        assertThatThrownBy(() -> Price.of("1", 2).compareTo(Price.of("1", 3))).hasMessage("scales differ: 2 and 3");
        assertThatThrownBy(() -> Quantity.of("1", 2).plus(Quantity.of("1", 3))).hasMessageContaining("scales");
        assertThatThrownBy(() -> Money.of("1", "USD", 2).plus(Money.of("1", "EUR", 2)))
                .hasMessage("currencies differ: USD and EUR");
        assertThatThrownBy(() -> new Price(1, 19)).hasMessageContaining("not within 0 to 18");
        assertThatThrownBy(() -> new ExactValue(BigInteger.ONE, 55)).hasMessageContaining("not within 0 to 54");
    }

    @Test
    void failsRatherThanOverflow() {
        Quantity most = new Quantity(Long.MAX_VALUE, 0);
        assertThatThrownBy(() -> most.plus(new Quantity(1, 0))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Quantity(Long.MIN_VALUE, 0).negate()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(
                        () -> ExactValue.of(new Price(Long.MAX_VALUE, 0), most).toMoney("USD", 0, RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of("92233720368547758", "USD", 2).plus(Money.of("1", "USD", 2)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void multipliesExactlyAndRoundsOnce() {
        Price price = Price.of("0.000022900", 9);
        Quantity quantity = Quantity.of("13355.87450757", 8);
        Quantity each = new Quantity(1, 0);
        assertThat(ExactValue.of(price, quantity)).hasToString("0.30584952622335300");
        assertThat(Money.notional(price, quantity, each, "XBT", 10, RoundingMode.HALF_EVEN))
                .hasToString("0.3058495262 XBT");
        assertThat(Money.notional(price, quantity, each, "XBT", 10, RoundingMode.UP))
                .hasToString("0.3058495263 XBT");
    }

    @Test
    void tellsWhichIsMore() {
        assertThat(Price.of("2", 0).max(Price.of("3", 0)).text()).isEqualTo("3");
        assertThat(Price.of("2", 0).isBelow(Price.of("3", 0))).isTrue();
        assertThat(Price.of("0", 0).isPositive()).isFalse();
        assertThat(Quantity.of("2", 0).min(Quantity.of("3", 0)).text()).isEqualTo("2");
        assertThat(Quantity.of("2", 0).isBelow(Quantity.of("3", 0))).isTrue();
        assertThat(Quantity.of("-2", 0).abs().text()).isEqualTo("2");
        assertThat(Quantity.of("-2", 0).isPositive()).isFalse();
        assertThat(Money.of("2", "USD", 0).isAbove(Money.of("1", "USD", 0))).isTrue();
        assertThat(Money.of("2", "USD", 0).minus(Money.of("1", "USD", 0)).text())
                .isEqualTo("1");
        ExactValue five = ExactValue.of(Price.of("5", 0), Quantity.of("1", 0));
        assertThat(five.isAbove(Money.of("4.99", "USD", 2))).isTrue();
        assertThat(five.isAbove(Money.of("5.00", "USD", 2))).isFalse();
        assertThat(five.compareTo(ExactValue.zero(0))).isPositive();
        assertThat(five.negate().sign()).isEqualTo(-1);
        assertThat(five.text(2, RoundingMode.UNNECESSARY)).isEqualTo("5.00");
    }

    @Test
    void movesAPriceByBasisPoints() {
        assertThat(Price.of("100.01", 2).movedBy(5, RoundingMode.CEILING)).hasToString("100.07");
        assertThat(Price.of("100.01", 2).movedBy(5, RoundingMode.FLOOR)).hasToString("100.06");
        assertThat(Price.of("100.00", 2).movedBy(-500, RoundingMode.UNNECESSARY))
                .hasToString("95.00");
    }

    @Test
    void goesToSqlAndBackUnchanged() {
        RandomGenerator random = seeded();
        for (int i = 0; i < 1_000; i++) {
            int scale = random.nextInt(13);
            Price price = new Price(random.nextLong(), scale);
            Quantity quantity = new Quantity(random.nextLong(), scale);
            Money money = new Money("USD", random.nextLong(), scale);
            ExactValue value = ExactValue.of(price, quantity);
            assertThat(SqlNumeric.price(SqlNumeric.of(price), scale)).isEqualTo(price);
            assertThat(SqlNumeric.quantity(SqlNumeric.of(quantity), scale)).isEqualTo(quantity);
            assertThat(SqlNumeric.money(SqlNumeric.of(money), "USD", scale)).isEqualTo(money);
            assertThat(SqlNumeric.value(SqlNumeric.of(value), 2 * scale)).isEqualTo(value);
            assertThat(Price.of(price.text(), scale)).isEqualTo(price);
        }
    }

    @Test
    void readsLimitsDownAndFactorsInTheirFewestDecimals() {
        assertThat(SqlNumeric.quantityLimit(new BigDecimal("10.09"), 1)).hasToString("10.0");
        assertThat(SqlNumeric.quantityLimit(new BigDecimal("1e30"), 8).unscaled())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(SqlNumeric.moneyLimit(new BigDecimal("10.999"), "USD", 2)).hasToString("10.99 USD");
        assertThat(SqlNumeric.factor(new BigDecimal("25.000"))).isEqualTo(new Quantity(25, 0));
        assertThat(SqlNumeric.factor(new BigDecimal("100"))).isEqualTo(new Quantity(100, 0));
        assertThatThrownBy(() -> SqlNumeric.price(new BigDecimal("1.005"), 2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void sharesAndDividesLikeArithmeticOfAnySize() {
        RandomGenerator random = seeded();
        for (int i = 0; i < 1_000; i++) {
            Price price = new Price(random.nextLong(1, 1L << 40), 5);
            Quantity whole = new Quantity(random.nextLong(1, 1L << 40), 8);
            ExactValue value = ExactValue.of(price, whole);
            assertThat(value.per(whole, 5, RoundingMode.UNNECESSARY)).isEqualTo(price);
            assertThat(value.share(whole, whole, RoundingMode.UNNECESSARY)).isEqualTo(value);
            Quantity part = new Quantity(random.nextLong(0, whole.unscaled() + 1), 8);
            ExactValue share = value.share(part, whole, RoundingMode.UNNECESSARY);
            assertThat(share).isEqualTo(ExactValue.of(price, part));
            assertThat(value.minus(share).plus(share)).isEqualTo(value);
        }
        assertThat(new ExactValue(BigInteger.valueOf(10_000), 4).per(Quantity.of("3", 0), 2, RoundingMode.HALF_EVEN))
                .hasToString("0.33");
    }

    private static RandomGenerator seeded() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_121L);
    }
}
