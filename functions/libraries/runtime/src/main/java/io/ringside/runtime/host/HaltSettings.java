package io.ringside.runtime.host;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.ringside.runtime.ordered.Probe;
import org.jspecify.annotations.Nullable;

/**
 * For fault runs only: end the process, as a power cut would, at a point of the loop.
 *
 * @param at the point; absent in production
 * @param pass which passing of the point it is, from 1
 */
@ConfigurationProperties("ringside.halt")
public record HaltSettings(
        Probe.@Nullable Point at,
        @Bindable(defaultValue = "1") int pass) {}
