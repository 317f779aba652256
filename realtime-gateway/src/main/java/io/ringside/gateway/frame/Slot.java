package io.ringside.gateway.frame;

/**
 * A place for the latest value of something: a newer frame in the same slot replaces an older one that waits.
 *
 * @param channel that clients subscribe to
 * @param key of the value within the channel
 */
public record Slot(String channel, String key) {}
