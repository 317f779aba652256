package io.ringside.gateway.frame;

/**
 * What a peer may send as one message.
 *
 * @param bytesMax bytes of all of its fragments together, inflated
 * @param fragmentsMax fragments: empty ones would never reach the limit in bytes
 * @param binary whether it may be binary
 */
public record MessageLimits(int bytesMax, int fragmentsMax, boolean binary) {
    /** Those of the protocol. */
    public static final MessageLimits PROTOCOL = new MessageLimits(64 * 1024, 1_024, false);
}
