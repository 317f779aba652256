package io.ringside.benchmarks.wire;

/**
 * How long a client took to come in, in nanoseconds since it was asked to.
 *
 * @param triedNanos when it made its first attempt, by the clock of {@link System#nanoTime}
 * @param established until the server took it for connected
 * @param caughtUp until the last message was there that it had missed
 * @param attempts handshakes that it took
 */
public record Arrival(long triedNanos, long established, long caughtUp, int attempts) {}
