package io.ringside.presencetick;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.ringside.testkit.HandMovedClock;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Gives an instance under test a clock that the test moves. */
@Factory
final class MovableTime {
    static final String START = "movable-time.start";

    @Singleton
    @Replaces(InstantSource.class)
    @Requires(property = START)
    HandMovedClock clock(@Value("${" + START + "}") String start) {
        return HandMovedClock.at(start);
    }
}
