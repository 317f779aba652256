package io.ringside.runtime.ordered;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import io.ringside.runtime.Ids;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.deadletter.DeadLetters;
import io.ringside.runtime.failure.Backoff;
import io.ringside.runtime.journal.Memory;
import io.ringside.runtime.nats.OrderedPublisher;
import io.ringside.runtime.sql.Transactions;
import io.ringside.runtime.tenure.Lease;
import io.ringside.runtime.tenure.Tenure;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** Puts the loop of one function together, by hand, so that its parts can be seen. */
@Singleton
public final class FunctionLoops {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final DataSource dataSource;
    private final LoopSettings settings;
    private final Servers servers;
    private final MeterRegistry registry;
    private final Origins origins;
    private final Probe probe;

    FunctionLoops(
            Books books, LoopSettings settings, Servers servers, MeterRegistry registry, Origins origins, Probe probe) {
        this.transactions = new Transactions(books.transactions());
        this.dataSource = DelegatingDataSource.unwrapDataSource(books.dataSource());
        this.settings = settings;
        this.servers = servers;
        this.registry = registry;
        this.origins = origins;
        this.probe = probe;
    }

    /** A loop for this function, not yet started. */
    public <A> FunctionLoop loop(OrderedFunction<A> function) {
        UUID instance = origins.ids().next();
        Memory memory = new Memory(function.name());
        Tenure tenure = new Tenure(function, instance, transactions);
        CursorUpkeep upkeep = new CursorUpkeep(function.name(), transactions, tenure, settings);
        LoopMetrics metrics = new LoopMetrics(registry, origins.clock(), function.name());
        BatchHandling handling = new BatchHandling(
                function,
                new BatchTransaction<>(function, memory, transactions, probe),
                tenure,
                upkeep,
                new Publication(memory, new OrderedPublisher(servers.options()), transactions, tenure, probe),
                new DeadLetters(function.name(), servers.nats()),
                metrics,
                probe);
        FunctionLoop loop = new FunctionLoop(
                function,
                new Lease(function.name(), instance, dataSource),
                tenure,
                handling,
                upkeep,
                servers,
                new Backoff(FIRST_PAUSE, LONGEST_PAUSE, origins.random()));
        metrics.lag(loop::lag);
        return loop;
    }

    /** PostgreSQL as a loop uses it: in transactions, and by a connection of its own for the lease. */
    @Singleton
    record Books(TransactionOperations<Connection> transactions, DataSource dataSource) {}

    /** Where time, ids and randomness come from. */
    @Singleton
    record Origins(InstantSource clock, Ids ids, RandomGenerator random) {}
}
