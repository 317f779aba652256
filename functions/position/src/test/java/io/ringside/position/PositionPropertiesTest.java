package io.ringside.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.ringside.contracts.position.PositionChanged;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated trades of several accounts, some told twice, through two instances: what the books must add up to. */
class PositionPropertiesTest {
    private static final int TRADES = 400;

    private static final String DIFFERENCES = """
            select p.account, p.instrument from position.position p
            full join (
                select account, instrument, count(*) as trades,
                    sum(case side when 'BUY' then quantity else -quantity end) as net,
                    sum(case side when 'BUY' then -quantity else quantity end * price * 25) as cash
                from position.trade group by account, instrument) t using (account, instrument)
            where p.account is null or t.trades is null
                or p.quantity <> t.net or p.version <> t.trades or p.realised - p.cost <> t.cash
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void addsUpToTheTradesHoweverOftenTheyAreTold(long seed) throws InterruptedException {
        Random random = new Random(seed);
        List<TradeBooked> trades = new ArrayList<>();
        try (PositionFloor floor = new PositionFloor("CA", "NI");
                ApplicationContext second = floor.start()) {
            for (int i = 0; i < TRADES; i++) {
                boolean again = i > 0 && random.nextInt(5) == 0;
                TradeBooked trade = again
                        ? trades.get(random.nextInt(i))
                        : floor.trade(
                                "e-" + i, "ACC" + random.nextInt(6), random.nextBoolean() ? "CA" : "NI", text(random));
                trades.add(trade);
                floor.tell(trade, "m-" + i);
            }
            long distinct =
                    trades.stream().map(TradeBooked::executionId).distinct().count();
            Eventually.holds(
                    "all trades are booked and told",
                    () -> floor.facts("evt.position.changed.>").size() == distinct);
            assertThat(second.isRunning()).isTrue();
            assertThat(floor.database.number("select count(*) from position.trade"))
                    .isEqualTo(distinct);
            assertThat(floor.database.rows(DIFFERENCES)).isEmpty();
            assertToldInOrder(floor.facts("evt.position.changed.>"));
        }
    }

    /** Each position's versions count up without a gap. */
    private static void assertToldInOrder(List<PositionChanged> facts) {
        Map<String, List<Long>> versions = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> fact.account() + "/" + fact.instrument(),
                        Collectors.mapping(PositionChanged::version, Collectors.toList())));
        versions.values().forEach(told -> {
            for (int i = 0; i < told.size(); i++) {
                assertThat(told.get(i)).isEqualTo(i + 1);
            }
        });
    }

    private static String text(Random random) {
        String sign = random.nextBoolean() ? "+" : "-";
        return sign + (1 + random.nextInt(5)) + " @ " + (9_000 + random.nextInt(500)) + "." + 25 * random.nextInt(4);
    }
}
