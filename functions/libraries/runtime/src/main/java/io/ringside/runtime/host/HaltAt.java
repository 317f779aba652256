package io.ringside.runtime.host;

import io.ringside.runtime.ordered.Probe;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends the process without any farewell when the loop passes a point for the n-th time. */
final class HaltAt implements Probe {
    private static final int EXIT_CODE = 137;

    private final Point point;
    private final int pass;
    private final AtomicInteger passed = new AtomicInteger();

    HaltAt(Point point, int pass) {
        this.point = point;
        this.pass = pass;
    }

    @Override
    public void reached(Point here) {
        if (here == point && passed.incrementAndGet() == pass) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
