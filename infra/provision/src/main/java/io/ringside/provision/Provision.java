package io.ringside.provision;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.ringside.provision.messaging.MessagingCatalog;
import io.ringside.provision.messaging.MessagingProvisioner;
import io.ringside.provision.schema.SchemaMigration;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The job that prepares servers before any function starts: {@code provision messaging|schema|all}. */
public final class Provision {
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(5);

    private final Map<String, String> environment;
    private final Repository repository;
    private final Consumer<String> progress;

    Provision(Map<String, String> environment, Repository repository, Consumer<String> progress) {
        this.environment = environment;
        this.repository = repository;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        try {
            new Provision(System.getenv(), Repository.find(), System.out::println)
                    .run(arguments.length == 1 ? arguments[0] : "");
        } catch (ProvisionException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void run(String what) {
        switch (what) {
            case "messaging" -> messaging();
            case "schema" -> schema();
            case "all" -> {
                schema();
                messaging();
            }
            default ->
                throw new ProvisionException(
                        "usage: provision messaging|schema|all, with NATS_URL, JDBC_URL, JDBC_USER, JDBC_PASSWORD set");
        }
    }

    private void messaging() {
        String url = required("NATS_URL");
        Options options = Options.builder()
                .server(url)
                .connectionTimeout(CONNECT_DEADLINE)
                .build();
        try (Connection connection = Nats.connect(options)) {
            MessagingProvisioner.apply(connection, MessagingCatalog.read(repository.messaging()))
                    .forEach(change -> progress.accept(change.toString()));
        } catch (IOException e) {
            throw new ProvisionException("no NATS server answers at " + url + ": start it or correct NATS_URL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionException("interrupted while connecting to " + url, e);
        }
    }

    private void schema() {
        int applied = new SchemaMigration(repository.migrations())
                .apply(required("JDBC_URL"), environment.getOrDefault("JDBC_USER", ""), password());
        progress.accept("SCHEMA " + applied + " migrations applied");
    }

    private String password() {
        return environment.getOrDefault("JDBC_PASSWORD", "");
    }

    private String required(String name) {
        @Nullable String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new ProvisionException(name + " is not set: name the server to prepare");
        }
        return value;
    }
}
