package io.ringside.gateway.health;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.ringside.runtime.host.ServerStrength;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code received} is a promise about the servers behind us: weaker ones end the start. */
@Singleton
final class StrengthCheck implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(StrengthCheck.class);

    private final ServerStrength strength;

    StrengthCheck(ServerStrength strength) {
        this.strength = strength;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        strength.check();
        LOG.info("the gateway answers at {}", event.getSource().getURI());
    }
}
