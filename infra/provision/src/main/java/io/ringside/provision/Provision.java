package io.ringside.provision;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.ringside.provision.messaging.MessagingCatalog;
import io.ringside.provision.messaging.MessagingProvisioner;
import io.ringside.provision.schema.PasswordFile;
import io.ringside.provision.schema.ProcessLogins;
import io.ringside.provision.schema.SchemaMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The job that prepares servers before any function starts: {@code provision messaging|schema|roles|all}. */
public final class Provision {
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(30);

    private final Map<String, String> environment;
    private final Repository repository;
    private final SecureRandom random;
    private final Consumer<String> progress;

    Provision(Map<String, String> environment, Repository repository, SecureRandom random, Consumer<String> progress) {
        this.environment = environment;
        this.repository = repository;
        this.random = random;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        try {
            new Provision(System.getenv(), Repository.find(), new SecureRandom(), System.out::println)
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
            case "roles" -> roles();
            case "all" -> {
                schema();
                roles();
                messaging();
            }
            default ->
                throw new ProvisionException("usage: provision messaging|schema|roles|all, with NATS_URL, JDBC_URL,"
                        + " JDBC_USER, JDBC_PASSWORD, RINGSIDE_PASSWORDS set");
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
                .apply(required("JDBC_URL"), optional("JDBC_USER"), optional("JDBC_PASSWORD"));
        progress.accept("SCHEMA " + applied + " migrations applied");
    }

    private void roles() {
        PasswordFile passwords = PasswordFile.at(Path.of(required("RINGSIDE_PASSWORDS")), random);
        new ProcessLogins(required("JDBC_URL"), optional("JDBC_USER"), optional("JDBC_PASSWORD"))
                .admit(passwords::of)
                .forEach(login -> progress.accept("ROLE " + login + " MAY LOG IN"));
    }

    private String optional(String name) {
        return environment.getOrDefault(name, "");
    }

    private String required(String name) {
        @Nullable String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new ProvisionException(name + " is not set: name the server to prepare, or the file of passwords");
        }
        return value;
    }
}
