package io.ringside.activity;

import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.rfq.RfqState;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.runtime.Delivery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines that some facts make, of each the newest: pure. */
final class NewestLines {
    private static final String NEGOTIATED = "evt.trade.negotiated.";

    private final Map<Line.Key, Line> lines = new LinkedHashMap<>();

    /** Takes what a fact looks like to its readers, and says how many those are. */
    int take(Delivery fact) {
        List<Line> told = lines(fact);
        told.forEach(line -> lines.merge(line.key(), line, NewestLines::newer));
        return told.size();
    }

    Collection<Line> all() {
        return lines.values();
    }

    private static List<Line> lines(Delivery fact) {
        return switch (fact.body()) {
            case OrderState order -> Lines.of(order).stream().toList();
            case RfqState rfq -> Lines.of(rfq);
            case TradeBooked trade ->
                List.of(Lines.of(trade, fact.subject().startsWith(NEGOTIATED) ? trade.at() : fact.at()));
            default -> throw new IllegalStateException("nobody follows " + fact.subject());
        };
    }

    /** A line that did not change keeps the time at which it did. */
    private static Line newer(Line known, Line told) {
        return told.entry().version() > known.entry().version() ? told : known;
    }
}
