package io.ringside.benchmarks.wire;

/**
 * How long a client took to come in, in nanoseconds from its first attempt.
 *
 * @param established until the server took it for connected
 * @param caughtUp until the last message was there that it had missed
 * @param attempts handshakes that it took
 */
public record Arrival(long established, long caughtUp, int attempts) {}
