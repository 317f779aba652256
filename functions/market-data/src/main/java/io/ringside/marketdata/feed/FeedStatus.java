package io.ringside.marketdata.feed;

import java.time.Duration;

/**
 * How a feed stands.
 *
 * @param connected messages can arrive
 * @param detail in words, for an operator
 * @param silence time since the last message of any kind
 */
public record FeedStatus(boolean connected, String detail, Duration silence) {}
