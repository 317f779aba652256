package io.ringside.marketdata.simulator;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.marketdata.instrument.TradedInstrument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of a data file.
 *
 * @param symbols by symbol
 * @param assetClasses for symbols that the file does not name
 */
@Serdeable
record WalkProfiles(Map<String, WalkProfile> symbols, Map<String, WalkProfile> assetClasses) {
    static WalkProfiles read(String resource) {
        try (InputStream file = WalkProfiles.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(ObjectMapper.getDefault()
                    .readValue(Objects.requireNonNull(file, resource), Argument.of(WalkProfiles.class)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** The profile of an instrument; null when neither its symbol nor its asset class is in the file. */
    @Nullable
    WalkProfile of(TradedInstrument instrument) {
        WalkProfile own = symbols.get(instrument.symbol());
        return own == null ? assetClasses.get(instrument.assetClass()) : own;
    }
}
