package io.ringside.rules.planted;

import io.micronaut.context.annotation.Factory;
import java.time.Instant;

/** May take the clock: it hands it to others. */
@Factory
final class Wiring {
    Instant start() {
        return Instant.now();
    }
}
