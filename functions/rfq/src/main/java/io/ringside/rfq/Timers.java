package io.ringside.rfq;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.nats.client.Connection;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.rfq.book.RfqStore;
import io.ringside.runtime.Ids;
import io.ringside.runtime.timer.Rearming;
import io.ringside.runtime.timer.TimerRelay;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/** The ends of open requests: due ones become commands, those of partitions that were just taken are armed again. */
@Factory
final class Timers {
    @Singleton
    TimerRelay<ExpireRfq> relay(Connection nats, Ids ids) {
        return new TimerRelay<>("rfq", ExpireRfq.class, nats, ids);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Rearming rearming(Connection nats, RfqStore store, RandomGenerator jitter) {
        return new Rearming(nats, store::timers, jitter);
    }
}
