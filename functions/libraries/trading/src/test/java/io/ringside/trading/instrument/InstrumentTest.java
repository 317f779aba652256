package io.ringside.trading.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.trading.money.Parsed;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentTest {
    private final Instrument tin = Instruments.TIN;

    @Test
    void knowsItsTickAndItsStep() {
        assertThat(tin.isOnTick(Price.of("100.50", 2))).isTrue();
        assertThat(tin.isOnTick(Price.of("100.25", 2))).isFalse();
        assertThat(tin.isOnStep(Quantity.of("7.5", 1))).isTrue();
        assertThat(tin.isOnStep(Quantity.of("7.4", 1))).isFalse();
    }

    @Test
    void readsNumbersOnItsScales() {
        assertThat(tin.price("100.5")).isEqualTo(new Parsed.Value<>(new Price(10_050, 2)));
        assertThat(tin.quantity("2")).isEqualTo(new Parsed.Value<>(new Quantity(20, 1)));
        assertThat(tin.averagePriceScale()).isEqualTo(4);
        assertThat(tin.turnoverScale()).isEqualTo(3);
        assertThat(tin.valueScale()).isEqualTo(3);
    }

    @Test
    void valuesAQuantityByContractSize() {
        assertThat(tin.money(tin.value(Price.of("100.50", 2), Quantity.of("1.5", 1)), RoundingMode.UNNECESSARY))
                .hasToString("3768.75 USD");
        assertThat(tin.noQuantity().isZero()).isTrue();
    }

    @Test
    void isFoundByItsId() {
        InstrumentTable table = InstrumentTable.of(List.of(tin, Instruments.ADA));
        assertThat(table.find("TIN")).contains(tin);
        assertThat(table.find("ZINC")).isEmpty();
        assertThat(table.require("ADA-XBT")).isEqualTo(Instruments.ADA);
        assertThat(table.all()).hasSize(2);
        assertThatThrownBy(() -> table.require("ZINC")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> InstrumentTable.of(List.of(tin, tin))).isInstanceOf(IllegalArgumentException.class);
    }
}
