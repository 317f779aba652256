package io.ringside.runtime.host;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.ringside.runtime.Ids;
import io.ringside.runtime.ordered.Probe;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Where time, ids and randomness enter a process. */
@Factory
final class Wiring {
    @Singleton
    @Requires(missingBeans = InstantSource.class)
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Requires(missingBeans = Ids.class)
    Ids ids(InstantSource clock) {
        return new TimeOrderedIds(clock, new SecureRandom());
    }

    @Singleton
    @Requires(missingBeans = RandomGenerator.class)
    RandomGenerator jitter() {
        return RandomGenerator.getDefault();
    }

    @Singleton
    @Requires(missingBeans = Probe.class)
    Probe probe(HaltSettings settings) {
        return settings.at() == null ? Probe.NONE : new HaltAt(settings.at(), settings.pass());
    }
}
