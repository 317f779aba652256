package io.ringside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionsTest {
    /** Stored subjects and cursors hold these for ever. */
    @ParameterizedTest
    @CsvSource({"HARBOUR-1,15", "ADA-XBT,3", "ZÜRICH,10"})
    void theMappingNeverChanges(String key, int partition) {
        assertThat(Partitions.of(key)).isEqualTo(partition);
    }

    @Test
    void keysSpreadOverAllPartitions() {
        var perPartition = IntStream.range(0, 16_000)
                .mapToObj(number -> "ACC-" + number)
                .collect(Collectors.groupingBy(Partitions::of, Collectors.counting()));

        assertThat(perPartition).hasSize(Partitions.COUNT);
        assertThat(perPartition.values()).allSatisfy(keys -> assertThat(keys).isBetween(800L, 1_200L));
    }
}
