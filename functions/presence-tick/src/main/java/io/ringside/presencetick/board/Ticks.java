package io.ringside.presencetick.board;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.PresenceTick;
import io.ringside.presencetick.life.LifeTable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what gateways tell, every instance all of it; when something was lost on the way, the whole is asked for. */
@Context
final class Ticks {
    private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);
    /** Ticks that wait for one hearing thread; when one is dropped the whole is asked for. */
    private static final int WAITING_MAX = 4_096;

    private static final long WAITING_BYTES_MAX = 64L * 1024 * 1024;
    private static final byte[] NOTHING = {};

    private final LifeTable lives;
    private final Connection connection;
    private final InstantSource clock;
    private @Nullable Dispatcher dispatcher;

    Ticks(LifeTable lives, Connection connection, InstantSource clock, MeterRegistry meters) {
        this.lives = lives;
        this.connection = connection;
        this.clock = clock;
        Gauge.builder("ringside.presence.nodes", lives, LifeTable::nodes)
                .description("gateways that are heard")
                .register(meters);
    }

    @PostConstruct
    void start() {
        Dispatcher created = connection.createDispatcher(this::heard);
        created.setPendingLimits(WAITING_MAX, WAITING_BYTES_MAX);
        created.subscribe(Subjects.ALL_PRESENCE_TICKS);
        dispatcher = created;
    }

    @PreDestroy
    void stop() {
        if (dispatcher != null) {
            connection.closeDispatcher(dispatcher);
        }
    }

    private void heard(Message message) {
        try {
            PresenceTick tick = Wire.decode(message.getData(), PresenceTick.class);
            if (!lives.hear(tick, clock.instant())) {
                connection.publish(Subjects.PRESENCE_ASKED, NOTHING);
            }
        } catch (Wire.UndecodableException | IllegalStateException e) {
            LOG.warn("a tick is passed over: {}", e.getMessage());
        }
    }
}
