package io.ringside.testkit;

import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.test.support.TestPropertyProviderFactory;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives each {@code @MicronautTest} class the shared servers, fresh streams and a fresh database, without a line in the
 * test. Found through {@code META-INF/services}.
 */
public final class FloorProperties implements TestPropertyProviderFactory {
    private static final AtomicReference<Given> LAST = new AtomicReference<>();

    /** The database of the test class that runs now. */
    public static Database database() {
        return Objects.requireNonNull(LAST.get(), "no @MicronautTest class runs")
                .database();
    }

    @Override
    public TestPropertyProvider create(Map<String, Object> availableProperties, Class<?> testClass) {
        return () -> given(testClass).properties();
    }

    /** Properties that lead an application to these servers; the same names serve as its environment. */
    public static Map<String, String> of(Floor floor, Database database) {
        return Map.of(
                "NATS_URL", floor.natsUrl(),
                "NATS_MONITORING_URL", floor.natsMonitoringUrl(),
                "JDBC_URL", database.jdbcUrl(),
                "JDBC_USER", database.user(),
                "JDBC_PASSWORD", database.password(),
                "nats.default.addresses", floor.natsUrl(),
                "datasources.default.url", database.jdbcUrl(),
                "datasources.default.username", database.user(),
                "datasources.default.password", database.password());
    }

    private static synchronized Given given(Class<?> testClass) {
        Given last = LAST.get();
        if (last == null || !last.testClass().equals(testClass)) {
            Floor floor = Floor.shared();
            floor.freshStreams();
            Database database = floor.freshDatabase();
            last = new Given(testClass, database, of(floor, database));
            LAST.set(last);
        }
        return last;
    }

    private record Given(Class<?> testClass, Database database, Map<String, String> properties) {}
}
