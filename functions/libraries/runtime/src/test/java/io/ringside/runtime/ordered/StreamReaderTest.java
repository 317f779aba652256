package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.order.SubmitOrder;
import io.ringside.runtime.Source;
import io.ringside.runtime.tenure.Holding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the threads of the whole process are counted")
class StreamReaderTest {
    private static final int TIMES = 20;
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final List<Source> SOURCES = List.of(Source.commands("order", Map.of("submit", SubmitOrder.class)));

    @Test
    void aReaderThatIsClosedLeavesNoThreadBehind() throws Exception {
        try (LedgerFloor floor = new LedgerFloor()) {
            floor.send("ACC", "a1", "ADA-XBT", "");
            List<Holding> all = java.util.stream.IntStream.range(0, 16)
                    .mapToObj(partition -> new Holding(partition, 1, 0, 0, 0, new byte[0], Map.of()))
                    .toList();
            long before = threads();
            for (int i = 0; i < TIMES; i++) {
                try (StreamReader reader = StreamReader.open(floor.connection, SOURCES, all)) {
                    assertThat(reader.take(10, WAIT, Duration.ZERO)).hasSize(1);
                    assertThat(reader.taken()).isEqualTo(Map.of("COMMANDS", 1L));
                }
            }
            LedgerFloor.eventually("the threads of closed readers ended", WAIT, () -> threads() - before < TIMES / 2);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().size();
    }
}
