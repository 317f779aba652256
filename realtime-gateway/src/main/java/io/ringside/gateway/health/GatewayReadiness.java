package io.ringside.gateway.health;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.ringside.gateway.identity.Revocations;
import io.ringside.gateway.identity.Tickets;
import io.ringside.gateway.personal.PersonalChannels;
import io.ringside.gateway.socket.Entrance;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Ready when this node knows which sign-ins were revoked and which streams the personal channels come from, and can
 * record the use of a ticket, and is not about to stop.
 */
@Singleton
@Readiness
final class GatewayReadiness implements HealthIndicator {
    private final Revocations revocations;
    private final PersonalChannels channels;
    private final Tickets tickets;
    private final Entrance entrance;

    GatewayReadiness(Revocations revocations, PersonalChannels channels, Tickets tickets, Entrance entrance) {
        this.revocations = revocations;
        this.channels = channels;
        this.tickets = tickets;
        this.entrance = entrance;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::check).subscribeOn(Schedulers.boundedElastic());
    }

    private HealthResult check() {
        boolean recordable = tickets.recordable();
        boolean leaving = entrance.isLeaving();
        boolean ready = revocations.known() && channels.ready() && recordable && !leaving;
        return HealthResult.builder("gateway", ready ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of(
                        "revocations",
                        revocations.known(),
                        "channels",
                        channels.ready(),
                        "tickets",
                        recordable,
                        "leaving",
                        leaving))
                .build();
    }
}
