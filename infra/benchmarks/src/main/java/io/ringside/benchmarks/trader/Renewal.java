package io.ringside.benchmarks.trader;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Gets a fresh ticket before the old one's time is over, so that a socket never has to be opened again for that. */
public final class Renewal {
    private static final long WAIT_MS_MIN = 1_000;

    private final SignedIn signedIn;
    private final EventLoop loop;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Renewal(SignedIn signedIn, EventLoop loop, InstantSource clock, RandomGenerator random) {
        this.signedIn = signedIn;
        this.loop = loop;
        this.clock = clock;
        this.random = random;
    }

    /** Hands out a fresh ticket in time, if it is still wanted then. */
    public void before(String expiresAt, BooleanSupplier wanted, Consumer<String> take) {
        long left = Duration.between(clock.instant(), Instant.parse(expiresAt)).toMillis();
        // Somewhere in the second half of the token's life, so that many clients do not renew at once.
        long wait = left / 2 + random.nextLong(Math.max(1, left / 4));
        loop.schedule(() -> renew(wanted, take), Math.max(WAIT_MS_MIN, wait), TimeUnit.MILLISECONDS);
    }

    private void renew(BooleanSupplier wanted, Consumer<String> take) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        signedIn.renew()
                .thenCompose(renewed -> signedIn.ticket())
                .whenCompleteAsync(
                        (fresh, failure) -> {
                            if (failure == null && wanted.getAsBoolean()) {
                                take.accept(fresh);
                            }
                        },
                        loop);
    }
}
