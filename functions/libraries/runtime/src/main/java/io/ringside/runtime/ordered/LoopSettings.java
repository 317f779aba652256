package io.ringside.runtime.ordered;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Limits of every loop.
 *
 * @param quietCursorPeriod how often the cursors of partitions without messages are moved up to the stream's end
 * @param notePeriod how often the acknowledged publications of partitions without new messages are written down:
 *     whoever takes such a partition over publishes once more what is not noted
 */
@ConfigurationProperties("ringside.loop")
record LoopSettings(
        @Bindable(defaultValue = "60s") Duration quietCursorPeriod,
        @Bindable(defaultValue = "1s") Duration notePeriod) {}
