package io.ringside.gateway.limit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.format.MapFormat;
import java.util.Map;

/**
 * Rate limits, written as {@code <per minute>/<burst>}: {@code ringside.limits.rates.<kind>} holds for everybody,
 * {@code ringside.limits.rates.<role>.<kind>} for a role.
 */
@ConfigurationProperties("ringside.limits")
final class LimitSettings {
    private static final Map<Kind, Rate> DEFAULTS = Map.of(
            Kind.ORDER, new Rate(20 * 60, 40),
            Kind.CANCEL, new Rate(50 * 60, 100),
            Kind.RFQ, new Rate(5 * 60, 10),
            Kind.SUBSCRIBE, new Rate(10 * 60, 20),
            Kind.REFRESH, new Rate(2, 2),
            Kind.PRESENCE, new Rate(12, 20),
            Kind.OTHER, new Rate(50 * 60, 100));

    @MapFormat(transformation = MapFormat.MapTransformation.FLAT)
    private Map<String, String> rates = Map.of();

    /**
     * A rate.
     *
     * @param perMinute requests a minute in the long run
     * @param burst requests at once
     */
    record Rate(int perMinute, int burst) {
        static Rate parse(String text) {
            String[] parts = text.split("/", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a rate is written <per minute>/<burst>, not " + text);
            }
            return new Rate(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
        }
    }

    Map<String, String> getRates() {
        return rates;
    }

    void setRates(Map<String, String> rates) {
        this.rates = rates;
    }

    Rate of(String role, Kind kind) {
        String special = rates.getOrDefault(role + '.' + kind.word(), rates.get(kind.word()));
        return special == null ? DEFAULTS.getOrDefault(kind, new Rate(60, 1)) : Rate.parse(special);
    }
}
