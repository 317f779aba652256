package io.ringside.gateway.health;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.ringside.runtime.host.ServerStrength;
import jakarta.inject.Singleton;

/** {@code received} is a promise about the servers behind us: weaker ones end the start, before the port opens. */
@Singleton
final class StrengthCheck implements ApplicationEventListener<StartupEvent> {
    private final ServerStrength strength;

    StrengthCheck(ServerStrength strength) {
        this.strength = strength;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        strength.check();
    }
}
