package io.ringside.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatewayOptionsTest {
    @Test
    void withoutWordsItMeasuresWhatWasPromised() {
        assertThat(GatewayOptions.parse(List.of()))
                .isEqualTo(new GatewayOptions(
                        Part.all(),
                        3,
                        sizes(List.of(20, 50, 100, 150), 1_000, 10, 5_000, 15_000, 2_000, 50, 10_000, 5_000, 100),
                        192,
                        "gateway",
                        false));
    }

    @Test
    void everyWordIsTaken() {
        String line = "--parts fanout,added --rounds 2 --rates 5,9 --subscribers 7 --seconds 4 --few 10 --many 20"
                + " --returning 30 --missed 6 --storm 40 --leaving 50 --megabytes 8 --heap 256 --name try --keep";
        assertThat(parse(line))
                .isEqualTo(new GatewayOptions(
                        Set.of(Part.FANOUT, Part.ADDED),
                        2,
                        sizes(List.of(5, 9), 7, 4, 10, 20, 30, 6, 40, 50, 8),
                        256,
                        "try",
                        true));
    }

    @Test
    void quickIsSmallAndASizeThatIsNamedCountsWhereverItStands() {
        assertThat(parse("--quick").sizes()).isEqualTo(Sizes.quick());
        assertThat(parse("--quick").rounds()).isOne();
        assertThat(parse("--quick").name()).isEqualTo("gateway-quick");
        assertThat(parse("--storm 9 --rounds 2 --quick"))
                .isEqualTo(parse("--quick --storm 9 --rounds 2"))
                .satisfies(options ->
                        assertThat(options.sizes()).isEqualTo(Sizes.quick().with(Size.STORM, 9)))
                .satisfies(options -> assertThat(options.rounds()).isEqualTo(2));
    }

    @Test
    void whatCannotBeMeasuredIsRefusedWithItsName() {
        refused(
                "--parts fanout,speed",
                "--parts speed is none of memory,fanout,ceiling,stalled,resume,move,storm,deploy,added");
        refused("--parts fanout,", "--parts  is none of");
        refused("--rounds 0", "--rounds 0 is not between 1 and 9");
        refused("--rates 20,,50", "--rates  is not between 1 and 2000");
        refused("--subscribers 20001", "--subscribers 20001 is not between 1 and 20000");
        refused("--missed 101", "--missed 101 is not between 1 and 100");
        refused("--few 9 --many 9", "--many must be more than --few");
        refused("--few 15000", "--many must be more than --few");
        refused("--heap", "--heap needs a value");
        refused("--peers 9", "unknown option --peers; usage: infra/bench gateway");
    }

    /** In the order of the command's usage. */
    private static Sizes sizes(List<Integer> rates, int... numbers) {
        return new Sizes(
                rates,
                Arrays.stream(Size.values()).collect(Collectors.toMap(size -> size, size -> numbers[size.ordinal()])));
    }

    private static void refused(String line, String why) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static GatewayOptions parse(String line) {
        return GatewayOptions.parse(List.of(line.split(" ")));
    }
}
