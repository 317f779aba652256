package io.ringside.gateway.nats;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What this node expects of NATS.
 *
 * @param patience how long an acknowledgement or an answer may take before there is none
 */
@ConfigurationProperties("ringside.nats")
public record NatsSettings(@Bindable(defaultValue = "2s") Duration patience) {}
