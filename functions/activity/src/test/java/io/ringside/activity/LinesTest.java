package io.ringside.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.Wire;
import io.ringside.contracts.activity.ActivityReader;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RfqState;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.runtime.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What facts look like to their readers. */
class LinesTest {
    private static final int CHANGES = 40;
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TestFactory
    Stream<DynamicTest> showsAFactAsTheGoldenFileSays() {
        return GoldenLines.all().stream()
                .map(golden -> DynamicTest.dynamicTest(golden.says(), () -> {
                    NewestLines newest = new NewestLines();
                    golden.facts().forEach(newest::take);
                    assertThat(newest.all().stream()
                                    .filter(line -> golden.readers().contains(line.reader()))
                                    .map(Line::entry))
                            .containsExactlyInAnyOrderElementsOf(golden.lines());
                }));
    }

    /** Bob's line after any run is, byte for byte, the one that he has where nobody else was asked. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void showsADealerNothingOfWhatTheOthersDo(long seed) {
        Random random = new Random(seed);
        List<RfqState.Quote> quotes = new ArrayList<>(List.of(asked("bob"), asked("ben"), asked("zoe")));
        NewestLines whole = new NewestLines();
        NewestLines alone = new NewestLines();
        whole.take(fact(quotes, 1));
        alone.take(fact(quotes.subList(0, 1), 1));
        for (int change = 2; change <= CHANGES; change++) {
            int who = random.nextInt(quotes.size());
            quotes.set(who, moved(quotes.get(who), random));
            whole.take(fact(quotes, change));
            if (who == 0) {
                alone.take(fact(quotes.subList(0, 1), change));
            }
            assertThat(bobs(whole)).isEqualTo(bobs(alone));
        }
    }

    private static String bobs(NewestLines lines) {
        return lines.all().stream()
                .filter(line -> line.reader().equals(ActivityReader.user("bob")))
                .map(line -> new String(Wire.encode(line.entry()), StandardCharsets.UTF_8))
                .reduce((one, other) -> one + other)
                .orElseThrow();
    }

    private static RfqState.Quote asked(String user) {
        return new RfqState.Quote(user, "firm-of-" + user, QuoteStatus.REQUESTED, null, null, null, 0, null, 1);
    }

    /** A new price, or none any more. */
    private static RfqState.Quote moved(RfqState.Quote before, Random random) {
        boolean passes = before.status() == QuoteStatus.ACTIVE && random.nextInt(3) == 0;
        return new RfqState.Quote(
                before.user(),
                before.firm(),
                passes ? QuoteStatus.PASSED : QuoteStatus.ACTIVE,
                "q-" + before.user(),
                "c-1",
                "ACC-" + before.user(),
                passes ? before.version() : before.version() + 1,
                passes ? before.price() : Integer.toString(9_000 + random.nextInt(900)),
                before.told() + 1);
    }

    private static Delivery fact(List<RfqState.Quote> quotes, int version) {
        Instant at = NOON.plusSeconds(version);
        RfqState state = new RfqState(
                "r-1",
                "c-1",
                "ACC1",
                "alice",
                "harbour",
                "CA",
                Side.BUY,
                "5",
                RfqStatus.OPEN,
                List.copyOf(quotes),
                NOON,
                NOON.plusSeconds(CHANGES),
                version,
                at);
        return new Delivery(
                "EVENTS", version, at, "evt.rfq.quoted.1.r-1", 1, "m-" + version, null, null, state, new byte[0]);
    }
}
