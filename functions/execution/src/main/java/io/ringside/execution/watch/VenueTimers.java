package io.ringside.execution.watch;

import io.micronaut.context.annotation.Factory;
import io.nats.client.Connection;
import io.ringside.contracts.venue.CloseTradingDay;
import io.ringside.runtime.Ids;
import io.ringside.runtime.timer.TimerRelay;
import jakarta.inject.Singleton;

/** Ends of single orders: a timer that is due becomes {@code cmd.venue.close}. The watcher makes up for a lost one. */
@Factory
final class VenueTimers {
    @Singleton
    TimerRelay<CloseTradingDay> relay(Connection nats, Ids ids) {
        return new TimerRelay<>("venue", CloseTradingDay.class, nats, ids);
    }
}
