package io.ringside.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.instrument.Instrument;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {
    @AutoClose
    private final ReferenceFloor floor;

    ReferenceDataTest() throws Exception {
        floor = new ReferenceFloor();
    }

    @Test
    void readsInstrumentsWithTheirScales() {
        Instrument ada = floor.reference.instruments().find("ADA-XBT").orElseThrow();
        assertThat(ada.priceTick()).hasToString("0.000000010");
        assertThat(ada.quantityStep()).hasToString("0.00000001");
        assertThat(ada.contractSize()).hasToString("1.5");
        assertThat(ada.currencyScale()).isEqualTo(10);
        assertThat(ada.tradingDay()).isEqualTo(TradingDay.UTC);
        assertThat(ada.status()).isEqualTo(Instrument.Status.OPEN);
    }

    @Test
    void seesAHaltAfterARefreshAndKeepsTheTableWhenOneFails() {
        ReferenceData reference = floor.reference;
        floor.database.execute("update reference.instrument set status = 'HALTED'");
        reference.refresh();
        assertThat(reference.instruments().require("ADA-XBT").status()).isEqualTo(Instrument.Status.HALTED);

        floor.database.execute("alter table reference.instrument rename to hidden");
        reference.refresh();
        assertThat(reference.instruments().find("ADA-XBT")).isPresent();
    }

    @Test
    void looksAtOnceForAnInstrumentThatIsNamedButForOneThatIsNotThereOnlyOnceASecond() {
        ReferenceData reference = floor.reference;
        floor.list("DOT-XBT");
        assertThat(reference.instruments().find("DOT-XBT")).isEmpty();
        assertThat(reference.instrumentsWith(List.of("DOT-XBT", "ADA-XBT")).find("DOT-XBT"))
                .isPresent();
        assertThat(reference.instruments().find("DOT-XBT")).isPresent();

        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isEmpty();
        floor.list("ETH-XBT");
        floor.clock.advance(Duration.ofMillis(999));
        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isEmpty();
        floor.clock.advance(Duration.ofMillis(1));
        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isPresent();
    }

    @Test
    void looksForNothingWhileManyWereLookedForInVain() {
        ReferenceData reference = floor.reference;
        reference.instrumentsWith(
                IntStream.range(0, 16).mapToObj(i -> "NONE-" + i).toList());
        floor.list("ETH-XBT");
        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isEmpty();
        floor.clock.advance(Duration.ofSeconds(1));
        assertThat(reference.instrumentsWith(List.of("ETH-XBT")).find("ETH-XBT"))
                .isPresent();
    }

    @Test
    void failsToLookForAnInstrumentWithoutTheTable() {
        ReferenceData reference = floor.reference;
        floor.database.execute("alter table reference.instrument rename to hidden");
        assertThatThrownBy(() -> reference.instrumentsWith(List.of("DOT-XBT")))
                .rootCause()
                .hasMessageContaining("reference.instrument");
        assertThat(reference.instrumentsWith(List.of("ADA-XBT")).find("ADA-XBT"))
                .isPresent();
    }

    @Test
    void doesNotStartWithoutTheTableOfInstruments() {
        floor.database.execute("alter table reference.instrument rename to hidden");
        assertThatThrownBy(() -> floor.reference.prime()).rootCause().hasMessageContaining("reference.instrument");
    }
}
