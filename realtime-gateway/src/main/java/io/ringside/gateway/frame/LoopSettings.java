package io.ringside.gateway.frame;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Of event loops.
 *
 * @param tick how often each looks after its sockets: so late may be what is due on one
 */
@ConfigurationProperties("ringside.loop")
record LoopSettings(@Bindable(defaultValue = "1s") Duration tick) {}
