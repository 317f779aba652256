package io.ringside.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.trading.money.Quantity;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final Quantity ZERO = Quantity.zero(0);

    @Test
    void countsAnOrderFromItsReservationToItsTrade() {
        Exposure reserved = Exposure.none(0).reserve(Side.SELL, tons(5)).reserve(Side.BUY, tons(3));
        assertThat(reserved).isEqualTo(new Exposure(ZERO, tons(3), tons(5)));
        assertThat(reserved.worst(Side.SELL, tons(1))).contains(tons(6));
        assertThat(reserved.worst(Side.BUY, tons(1))).contains(tons(4));

        Exposure traded = reserved.convert(Side.SELL, tons(2), tons(2)).convert(Side.BUY, tons(3), tons(3));
        assertThat(traded).isEqualTo(new Exposure(tons(1), ZERO, tons(3)));
        assertThat(traded.release(Side.SELL, tons(3))).isEqualTo(new Exposure(tons(1), ZERO, ZERO));
    }

    @Test
    void countsATradeThatWasNotReserved() {
        assertThat(Exposure.none(0).convert(Side.SELL, tons(2), ZERO)).isEqualTo(new Exposure(tons(-2), ZERO, ZERO));
    }

    private static Quantity tons(long quantity) {
        return new Quantity(quantity, 0);
    }
}
