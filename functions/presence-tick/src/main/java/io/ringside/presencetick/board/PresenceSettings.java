package io.ringside.presencetick.board;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long is how long.
 *
 * @param awayAfter without any input for this long somebody is away
 * @param lease a gateway that is not heard for this long is dead; it renews every two seconds
 * @param deafMax an instance that did nothing for longer begins to listen anew: it says of nobody that he is gone
 * @param linger who comes back within this time was not gone: pages are reloaded, gateways change places
 * @param settle for this long after its start, or after a time without hearing, an instance only listens
 * @param beat how often what has changed is told
 */
@ConfigurationProperties("presence")
record PresenceSettings(
        @Bindable(defaultValue = "5m") Duration awayAfter,
        @Bindable(defaultValue = "4s") Duration lease,
        @Bindable(defaultValue = "2s") Duration deafMax,
        @Bindable(defaultValue = "2s") Duration linger,
        @Bindable(defaultValue = "1s") Duration settle,
        @Bindable(defaultValue = "250ms") Duration beat) {}
