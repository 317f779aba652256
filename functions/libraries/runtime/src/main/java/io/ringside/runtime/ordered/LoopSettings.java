package io.ringside.runtime.ordered;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Limits of every loop.
 *
 * @param quietCursorPeriod how often the cursors of partitions without messages are moved up to the stream's end
 */
@ConfigurationProperties("ringside.loop")
record LoopSettings(@Bindable(defaultValue = "60s") Duration quietCursorPeriod) {}
