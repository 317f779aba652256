package io.ringside.marketdata.simulator;

import io.ringside.marketdata.feed.TopOfBook;
import io.ringside.marketdata.instrument.TradedInstrument;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All simulated instruments. The same seed, instruments and times give the same prices. One thread at a time. */
final class SimulatedMarket {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedMarket.class);

    private final long seed;
    private final WalkProfiles profiles;
    private final Map<String, PriceWalk> walks = new TreeMap<>();
    private final Map<String, TradedInstrument> known = new HashMap<>();

    SimulatedMarket(long seed, WalkProfiles profiles) {
        this.seed = seed;
        this.profiles = profiles;
    }

    /** Prices these instruments from now on; a walk that goes on is not disturbed unless its row changed. */
    void follow(Collection<TradedInstrument> instruments) {
        Set<String> symbols = instruments.stream().map(TradedInstrument::symbol).collect(Collectors.toSet());
        walks.keySet().retainAll(symbols);
        known.keySet().retainAll(symbols);
        for (TradedInstrument instrument : instruments) {
            if (!instrument.equals(known.put(instrument.symbol(), instrument))) {
                begin(instrument);
            }
        }
    }

    /** Lets one tick of the clock pass. */
    void tick(Instant now, BiConsumer<String, TopOfBook> changed) {
        walks.forEach((symbol, walk) -> {
            TopOfBook top = walk.tick(now);
            if (top != null) {
                changed.accept(symbol, top);
            }
        });
    }

    private void begin(TradedInstrument instrument) {
        WalkProfile profile = profiles.of(instrument);
        if (profile == null) {
            LOG.warn("no simulated prices for {}: neither it nor its asset class has a profile", instrument.symbol());
        } else {
            walks.put(instrument.symbol(), new PriceWalk(instrument, profile, seed));
        }
    }
}
