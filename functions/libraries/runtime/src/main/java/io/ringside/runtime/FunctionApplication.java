package io.ringside.runtime;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import java.util.HashMap;
import java.util.Map;

/** Starts a function as an application of its own: the settings that all functions share. */
public final class FunctionApplication {
    /** Connections of the pool: two loops, each with its lease, a call handler, the reference data, a watcher. */
    private static final int POOL_CONNECTIONS_MAX = 8;

    /**
     * A process that is suspended inside a transaction holds its locks: the server ends such a transaction before the
     * lease of that process is over, so that whoever takes over does not wait for it.
     */
    private static final String TRANSACTION_LIMITS = "-c idle_in_transaction_session_timeout=2s -c lock_timeout=4s";

    /**
     * Statements take arrays of any length and find rows by their keys: planning them anew for each length costs more
     * than running them, and what they look for is in memory, so that a key is worth following even in a small table.
     */
    private static final String PLANS = "-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1";

    private FunctionApplication() {}

    /** Runs the function until the process is told to stop. */
    public static ApplicationContext run(String name, Class<?> main, String... arguments) {
        return run(name, main, Map.of(), arguments);
    }

    /** Runs it with these properties over the shared settings. */
    public static ApplicationContext run(String name, Class<?> main, Map<String, ?> properties, String... arguments) {
        Map<String, Object> settings = settings(name);
        settings.putAll(properties);
        return Micronaut.build(arguments)
                .mainClass(main)
                .properties(settings)
                .banner(false)
                .start();
    }

    /** Settings every function starts from; what differs between places comes from the environment. */
    static Map<String, Object> settings(String name) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("micronaut.application.name", name);
        settings.put("micronaut.server.host", "127.0.0.1");
        settings.put("micronaut.server.port", "${MICRONAUT_SERVER_PORT:-1}");
        settings.put("micronaut.lifecycle.graceful-shutdown.enabled", "true");
        settings.put("micronaut.metrics.enabled", "true");
        settings.put("micronaut.metrics.export.prometheus.enabled", "true");
        settings.put("micronaut.metrics.export.prometheus.descriptions", "true");
        settings.put("micronaut.metrics.export.prometheus.step", "PT10S");
        settings.put("endpoints.all.enabled", "false");
        settings.put("endpoints.health.enabled", "true");
        settings.put("endpoints.health.sensitive", "false");
        settings.put("endpoints.health.details-visible", "ANONYMOUS");
        settings.put("endpoints.prometheus.enabled", "true");
        settings.put("endpoints.prometheus.sensitive", "false");
        settings.put("nats.default.addresses", "${NATS_URL:`nats://127.0.0.1:4222`}");
        settings.put("datasources.default.url", "${JDBC_URL:`jdbc:postgresql://127.0.0.1:5432/ringside`}");
        // A function logs in as itself: the migrations grant that login what it needs and nothing else.
        settings.put("datasources.default.username", "${JDBC_USER:ringside_" + name.replace('-', '_') + "}");
        settings.put("datasources.default.password", "${JDBC_PASSWORD:``}");
        settings.put("datasources.default.driver-class-name", "org.postgresql.Driver");
        settings.put("datasources.default.maximum-pool-size", POOL_CONNECTIONS_MAX);
        settings.put("datasources.default.minimum-idle", "1");
        settings.put("datasources.default.connection-timeout", "2500");
        // A server that is still starting is waited for, not a reason to end.
        settings.put("datasources.default.initialization-fail-timeout", "-1");
        settings.put("datasources.default.data-source-properties.reWriteBatchedInserts", "true");
        settings.put("datasources.default.data-source-properties.ApplicationName", name);
        settings.put("datasources.default.data-source-properties.connectTimeout", "2");
        settings.put("datasources.default.data-source-properties.socketTimeout", "15");
        settings.put("datasources.default.data-source-properties.tcpKeepAlive", "true");
        settings.put("datasources.default.data-source-properties.options", TRANSACTION_LIMITS + ' ' + PLANS);
        return settings;
    }
}
