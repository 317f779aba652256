package io.ringside.ordersubmit;

import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.runtime.Delivery;
import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tests of orders are made of. */
final class Orders {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Instrument TIN = new Instrument(
            "TIN",
            "TIN",
            "Tin",
            Instrument.AssetClass.METAL,
            "USD",
            2,
            Price.of("0.50", 2),
            Quantity.of("0.5", 1),
            "t",
            new Quantity(5, 0),
            TradingDay.UTC,
            Instrument.Status.OPEN,
            1);

    private Orders() {}

    static Optional<Verdict> approved(String clientOrderId) {
        return Optional.of(new Verdict("ACC1", clientOrderId, true, null, null, 1, "100.00"));
    }

    static Delivery delivery(String subject, @Nullable String user, Object body) {
        return new Delivery("COMMANDS", 1, NOON, subject, 0, "m-1", user, null, body, new byte[0]);
    }
}
