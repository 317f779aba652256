package io.ringside.trading.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.order.OrderStatus;
import io.ringside.trading.order.OrderLifecycle.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderLifecycleTest {
    private static final Path README = Path.of(
            System.getProperty("ringside.repository", "../../.."), "functions", "libraries", "trading", "README.md");

    @Test
    void allowsWhatTheTableSaysAndNothingElse() {
        for (OrderStatus from : OrderStatus.values()) {
            for (OrderTrigger trigger : OrderTrigger.values()) {
                List<Transition> rows = OrderLifecycle.transitions().stream()
                        .filter(row -> row.from() == from && row.trigger() == trigger)
                        .toList();
                if (rows.isEmpty()) {
                    assertThatThrownBy(() -> OrderLifecycle.next(from, trigger))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("an order that is " + from + " cannot be " + trigger);
                } else {
                    assertThat(OrderLifecycle.next(from, trigger))
                            .isEqualTo(rows.getFirst().to());
                }
            }
        }
    }

    @Test
    void leavesNoFinalStateExceptForALateFill() {
        assertThat(OrderLifecycle.transitions())
                .filteredOn(row -> OrderLifecycle.isFinal(row.from()))
                .allSatisfy(row -> assertThat(row.trigger()).isEqualTo(OrderTrigger.LATE_FILLED))
                .allSatisfy(row -> assertThat(row.to()).isEqualTo(row.from()));
    }

    @Test
    void isDrawnInTheReadmeAsItIs() throws IOException {
        assertThat(Files.readString(README)).contains(diagram());
    }

    private static String diagram() {
        Stream<String> rows = OrderLifecycle.transitions().stream()
                .map(row -> "    " + row.from() + " --> " + row.to() + " : "
                        + row.trigger().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return Stream.concat(Stream.of("```mermaid", "stateDiagram-v2", "    [*] --> PENDING_NEW"), rows)
                .collect(Collectors.joining("\n", "", "\n```"));
    }
}
