package io.ringside.provision.servers;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** PostgreSQL refuses to run as root: where we are root, it runs in a user namespace that makes it nobody. */
final class Unprivileged {
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final Duration TRIAL_DEADLINE = Duration.ofSeconds(30);

    private Unprivileged() {}

    /** The words to put before a command. */
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        try {
            if (Command.run(TRIAL_DEADLINE, List.of("unshare", "--user", "true"))
                    .succeeded()) {
                return NAMESPACE;
            }
        } catch (IOException e) {
            // no such command: the same remedy
        }
        throw new ProvisionException("PostgreSQL does not run as root and this system allows no user namespaces:"
                + " run as an ordinary user, or set JDBC_URL to a running PostgreSQL");
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return false;
        }
    }
}
