package io.ringside.rfq.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.rfq.negotiation.Trader;
import io.ringside.rfq.negotiation.Traders;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generated requests: whatever happens, nobody is told another's price, and a request trades at most once. */
class SecrecyPropertiesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<String> DEALERS =
            IntStream.range(0, 5).mapToObj(n -> "dealer" + n).toList();
    private static final int RUNS = 2_000;
    private static final int STEPS = 25;

    @Test
    void noDealerIsToldAnothersPriceAndARequestTradesOnce() {
        int traded = 0;
        int secrets = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Run run = new Run(seed);
            run.go();
            traded += run.trades / 2;
            secrets += run.prices.values().stream().mapToInt(Set::size).sum();
            assertThat(run.trades).as("sides traded, seed " + seed).isIn(0, 2);
        }
        assertThat(traded).as("runs that traded").isBetween(RUNS / 5, RUNS);
        assertThat(secrets).as("prices given").isGreaterThan(RUNS * 3);
    }

    /** One request from its opening to its end. */
    private static final class Run {
        private final RandomGenerator random;
        private final int seed;
        private final String rfqId;
        private final RfqDesk desk;
        private final Map<String, Set<String>> prices = new HashMap<>();
        private final Map<String, StringBuilder> told = new HashMap<>();
        private int price = 1_000;
        private int trades;

        Run(int seed) {
            this.seed = seed;
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            rfqId = Rfq.idOf("HOUSE", "r-" + seed);
            Traders traders = new Traders(Stream.concat(
                            Stream.of(new Trader("asker", "house")),
                            DEALERS.stream().map(dealer -> new Trader(dealer, "firm-" + dealer)))
                    .toList());
            desk = new RfqDesk(InstrumentTable.of(List.of(Instruments.TIN)), traders, Map.of());
        }

        void go() {
            hear(desk.request(
                    new RequestQuotes("r-" + seed, "HOUSE", "asker", "TIN", Side.BUY, "2", List.of(), 60), NOON));
            for (int step = 0; step < STEPS; step++) {
                hear(step("c-" + step, DEALERS.get(random.nextInt(DEALERS.size())), NOON.plusSeconds(3L * step)));
            }
            DEALERS.forEach(this::mustKnowItsOwnPricesOnly);
            Set<String> all = new HashSet<>();
            prices.values().forEach(all::addAll);
            assertThat(all).as("seed " + seed).allMatch(String.valueOf(told.get("asker"))::contains);
        }

        private Decision step(String id, String dealer, Instant at) {
            return switch (random.nextInt(12)) {
                case 0 -> desk.pass(new PassRfq(id, rfqId, dealer, dealer), at);
                case 1 -> desk.expire(new ExpireRfq(rfqId), at);
                case 2 ->
                    random.nextInt(4) == 0
                            ? desk.cancel(new CancelRfq(id, rfqId, "HOUSE", "asker"), at)
                            : desk.cancel(new CancelRfq(id, rfqId, dealer, dealer), at);
                case 3, 4 -> accept(id, dealer, at);
                default -> quote(id, dealer, at);
            };
        }

        /** Every price of a run is a number that occurs nowhere else in it. */
        private Decision quote(String id, String dealer, Instant at) {
            price++;
            String text = price + (price % 2 == 0 ? ".50" : ".00");
            Decision decision = desk.quote(
                    new SubmitQuote(id, rfqId, dealer, dealer, "TIN", Side.SELL, "2", text),
                    verdict(),
                    "q-" + dealer,
                    at);
            if (decision.outcome().equals("quoted")) {
                prices.computeIfAbsent(dealer, any -> new HashSet<>()).add(text);
            }
            return decision;
        }

        private Decision accept(String id, String dealer, Instant at) {
            int version = prices.getOrDefault(dealer, Set.of()).size() - random.nextInt(2);
            String newest = prices.getOrDefault(dealer, Set.of("1.00")).stream()
                    .max(String::compareTo)
                    .orElseThrow();
            return desk.accept(
                    new AcceptQuote(id, rfqId, "HOUSE", "asker", "q-" + dealer, version, "TIN", Side.BUY, "2", newest),
                    verdict(),
                    at);
        }

        private Optional<Verdict> verdict() {
            return random.nextInt(10) == 0
                    ? Optional.empty()
                    : Optional.of(new Verdict("any", "any", random.nextInt(10) > 0, null, null, 1, null, null));
        }

        private void hear(Decision decision) {
            for (Emission emission : decision.emissions()) {
                if (emission.body() instanceof TradeBooked) {
                    trades++;
                }
                if (emission.subject().startsWith("user.")) {
                    told.computeIfAbsent(emission.subject().substring("user.".length()), any -> new StringBuilder())
                            .append(new String(Wire.encode(emission.body()), StandardCharsets.UTF_8));
                }
            }
        }

        private void mustKnowItsOwnPricesOnly(String dealer) {
            String heard = String.valueOf(told.get(dealer));
            prices.forEach((maker, given) -> {
                if (maker.equals(dealer)) {
                    assertThat(heard).as(dealer + ", seed " + seed).contains(given);
                } else {
                    assertThat(given)
                            .as(maker + " to " + dealer + ", seed " + seed)
                            .noneMatch(heard::contains);
                }
            });
        }
    }
}
