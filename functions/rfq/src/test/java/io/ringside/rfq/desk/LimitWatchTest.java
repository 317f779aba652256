package io.ringside.rfq.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AlertSeverity;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.risk.LimitKind;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitWatchTest {
    private static final InstrumentTable INSTRUMENTS = InstrumentTable.of(List.of(Instruments.TIN));
    private static final Reserved QUOTE = new Reserved("r-1", "q-1", "KESTREL-1", "bob", "TIN", Side.SELL);
    private static final LimitReached REACHED = new LimitReached(LimitKind.NET_POSITION, 90, "18.0", "20.0");
    private static final Emission TOLD = new Emission("user.bob", "rfq.updated", "body");

    @Test
    void aPriceThatLiftsALimitSaysSoToWhoMadeItAndToNobodyElse() {
        Decision decision = watched("quoted", REACHED);

        assertThat(decision.emissions()).hasSize(2).startsWith(TOLD);
        assertThat(decision.emissions().getLast().subject()).isEqualTo(Subjects.alertCommand("raise", "bob"));
        RaiseAlert alert = (RaiseAlert) decision.emissions().getLast().body();
        assertThat(alert.severity()).isEqualTo(AlertSeverity.CRITICAL);
        assertThat(alert.orderId()).isNull();
        assertThat(alert.limit()).isEqualTo(REACHED);
        assertThat(alert.text()).startsWith("KESTREL-1 has reached 90 % of its net position limit in TIN");
    }

    @Test
    void whatLiftsNothingOrHasNoEffectRaisesNothing() {
        assertThat(watched("quoted", null).emissions()).containsExactly(TOLD);
        assertThat(watched("refused", REACHED).emissions()).containsExactly(TOLD);
    }

    private static Decision watched(String outcome, @Nullable LimitReached reached) {
        Verdict verdict = new Verdict("KESTREL-1", QUOTE.reservation(), true, null, null, 1, "100.00", reached);
        return LimitWatch.added(Decision.of(outcome, List.of(TOLD)), QUOTE, Optional.of(verdict), INSTRUMENTS);
    }
}
