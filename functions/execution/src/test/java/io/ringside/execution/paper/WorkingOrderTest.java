package io.ringside.execution.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.execution.book.WorkingOrder;
import io.ringside.execution.book.WorkingOrder.State;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingOrderTest {
    private static final Map<String, UnaryOperator<WorkingOrder>> TRIGGERS = Map.of(
            "fill a part",
            order -> order.fill(Quantity.of("2", 1)),
            "fill the rest",
            order -> order.fill(order.leaves()),
            "expire",
            WorkingOrder::expire,
            "cancel",
            WorkingOrder::cancel,
            "amend",
            order -> order.amend(Quantity.of("9", 1), Price.of("100", 0), 2));

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource(delimiter = '|', textBlock = """
            WORKING   | fill a part   | WORKING
            WORKING   | fill the rest | FILLED
            WORKING   | expire        | EXPIRED
            WORKING   | cancel        | CANCELLED
            WORKING   | amend         | WORKING
            FILLED    | amend         | -
            EXPIRED   | amend         | -
            CANCELLED | amend         | -
            FILLED    | fill a part   | -
            FILLED    | fill the rest | -
            FILLED    | expire        | -
            FILLED    | cancel        | -
            EXPIRED   | fill a part   | -
            EXPIRED   | fill the rest | -
            EXPIRED   | expire        | -
            EXPIRED   | cancel        | -
            CANCELLED | fill a part   | -
            CANCELLED | fill the rest | -
            CANCELLED | expire        | -
            CANCELLED | cancel        | -
            """)
    void endsOnceAndStaysEnded(State state, String trigger, String next) {
        WorkingOrder order = in(state);
        UnaryOperator<WorkingOrder> change = Objects.requireNonNull(TRIGGERS.get(trigger));
        if (next.equals("-")) {
            assertThatThrownBy(() -> change.apply(order)).isInstanceOf(IllegalStateException.class);
        } else {
            assertThat(change.apply(order).state()).isEqualTo(State.valueOf(next));
        }
    }

    private static WorkingOrder in(State state) {
        WorkingOrder order = BookText.order("A BUY DAY 5 MARKET", 1);
        return switch (state) {
            case WORKING -> order;
            case FILLED -> order.fill(order.leaves());
            case EXPIRED -> order.expire();
            case CANCELLED -> order.cancel();
        };
    }
}
