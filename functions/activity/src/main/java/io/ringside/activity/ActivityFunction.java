package io.ringside.activity;

import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.rfq.RfqState;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Facts in, lines of the feed out. Each line comes from one aggregate, so that its versions come in their order. */
@Singleton
final class ActivityFunction implements OrderedFunction<Boolean> {
    /** A page that is open learns of its own news by notice; the feed may come a moment later and all at once. */
    private static final Duration GATHERS = Duration.ofMillis(20);

    private static final List<String> ORDER_VERBS = List.of(
            "accepted",
            "rejected",
            "partially-filled",
            "filled",
            "late-filled",
            "cancel-requested",
            "cancel-refused",
            "amend-requested",
            "replaced",
            "amend-refused",
            "cancelled",
            "expired");
    private static final List<String> RFQ_VERBS =
            List.of("requested", "quoted", "passed", "traded", "cancelled", "expired");

    /** Every fact that changes what somebody sees. */
    static final List<Source> SOURCES = List.of(
            Source.facts("order", bodies(ORDER_VERBS, OrderState.class)),
            Source.facts("rfq", bodies(RFQ_VERBS, RfqState.class)),
            Source.facts("trade", bodies(List.of("booked", "negotiated"), TradeBooked.class)));

    private final EntryTable table;

    ActivityFunction(EntryTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public List<Source> sources() {
        return SOURCES;
    }

    @Override
    public Duration gathers() {
        return GATHERS;
    }

    /** Nothing is asked of anybody. */
    @Override
    public Boolean ask(List<Delivery> batch) {
        return true;
    }

    @Override
    public Work begin(List<Delivery> batch, Boolean answers) {
        return new ActivityWork(table);
    }

    private static Map<String, Class<?>> bodies(Collection<String> verbs, Class<?> body) {
        return verbs.stream().collect(Collectors.toMap(Function.identity(), verb -> body));
    }
}
