package io.ringside.marketdata.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.marketdata.Instruments;
import io.ringside.marketdata.feed.TopOfBook;
import io.ringside.marketdata.instrument.TradedInstrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatedMarketTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final int TICKS = 20_000;
    private static final WalkProfile COPPER = new WalkProfile(new BigDecimal("9500"), 2, 3, new BigDecimal("20"));
    private static final WalkProfiles PROFILES = new WalkProfiles(Map.of("CA", COPPER), Map.of());
    private static final TradedInstrument CA = Instruments.metal("CA");

    @Test
    void theSameSeedAndTimesGiveTheSamePrices() {
        assertThat(run(market(7), CA)).isEqualTo(run(market(7), CA));
        assertThat(run(market(8), CA)).isNotEqualTo(run(market(7), CA));
    }

    @Test
    void anotherInstrumentDoesNotChangeTheWalkOfTheFirst() {
        WalkProfiles two = new WalkProfiles(Map.of("CA", COPPER, "ZS", COPPER), Map.of());
        assertThat(run(new SimulatedMarket(7, two), CA, Instruments.metal("ZS")))
                .isEqualTo(run(market(7), CA));
    }

    @Test
    void pricesStayOnTheirTicksUncrossedAndNearTheirStart() {
        for (TopOfBook top : run(market(7), CA)) {
            BigDecimal bid = new BigDecimal(String.valueOf(top.bid()));
            BigDecimal ask = new BigDecimal(String.valueOf(top.ask()));
            assertThat(bid).isLessThan(ask);
            assertThat(bid.remainder(CA.priceTick())).isZero();
            assertThat(bid).isBetween(new BigDecimal("7000"), new BigDecimal("12000"));
            assertThat(ask.subtract(bid)).isLessThanOrEqualTo(new BigDecimal("1.50"));
            assertThat(new BigDecimal(String.valueOf(top.bidSize()))).isPositive();
        }
    }

    @Test
    void everyInstrumentHasAPriceAtOnceAndChangesAFewTimesASecond() {
        SimulatedMarket market = market(7);
        market.follow(List.of(CA));
        List<TopOfBook> first = new ArrayList<>();
        market.tick(START, (symbol, top) -> first.add(top));
        assertThat(first).hasSize(1);
        assertThat(run(market(7), CA)).hasSizeBetween(TICKS / 5, TICKS / 2);
    }

    @Test
    void aRefreshOfTheRowsDoesNotDisturbAWalk() {
        SimulatedMarket market = market(7);
        market.follow(List.of(CA));
        List<TopOfBook> seen = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            market.follow(List.of(CA));
            market.tick(START.plusMillis(tick), (symbol, top) -> seen.add(top));
        }
        assertThat(seen).isEqualTo(run(market(7), CA));
    }

    @Test
    void theDataFilePricesEveryAssetClass() {
        WalkProfiles file = WalkProfiles.read("/simulator.json");
        SimulatedMarket market = new SimulatedMarket(1, file);
        market.follow(List.of(Instruments.metal("ANY"), Instruments.crypto("ANY/USD")));
        List<String> priced = new ArrayList<>();
        market.tick(START, (symbol, top) -> priced.add(symbol));
        assertThat(priced).containsExactly("ANY", "ANY/USD");
    }

    @Test
    void anInstrumentWithoutAProfileHasNoPrices() {
        assertThat(run(new SimulatedMarket(1, new WalkProfiles(Map.of(), Map.of())), CA))
                .isEmpty();
    }

    private static SimulatedMarket market(long seed) {
        return new SimulatedMarket(seed, PROFILES);
    }

    private static List<TopOfBook> run(SimulatedMarket market, TradedInstrument... instruments) {
        market.follow(List.of(instruments));
        List<TopOfBook> seen = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            market.tick(START.plusMillis(tick), (symbol, top) -> {
                if (symbol.equals(instruments[0].symbol())) {
                    seen.add(top);
                }
            });
        }
        return seen;
    }
}
