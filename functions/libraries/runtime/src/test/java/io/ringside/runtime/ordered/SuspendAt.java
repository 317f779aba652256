package io.ringside.runtime.ordered;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Suspends its own process at one point of the loop, so that a test can wake it as a zombie. */
@Singleton
@Requires(property = "suspend.at")
final class SuspendAt implements Probe {
    private final Point point;
    private final int pass;
    private final AtomicInteger passed = new AtomicInteger();

    SuspendAt(@Value("${suspend.at}") Point point, @Value("${suspend.pass}") int pass) {
        this.point = point;
        this.pass = pass;
    }

    @Override
    public void reached(Point here) {
        if (here == point && passed.incrementAndGet() == pass) {
            try {
                new ProcessBuilder(
                                "kill",
                                "-STOP",
                                Long.toString(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
