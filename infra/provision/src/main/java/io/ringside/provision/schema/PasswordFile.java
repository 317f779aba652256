package io.ringside.provision.schema;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.servers.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Passwords by login, drawn when they are first asked for and kept in a file that only its owner may read. Whoever
 * brings passwords of his own writes them there before.
 */
public final class PasswordFile {
    private static final int PASSWORD_BYTES = 24;

    private final Path file;
    private final SecureRandom random;
    private final Map<String, String> passwords;

    private PasswordFile(Path file, SecureRandom random, Map<String, String> passwords) {
        this.file = file;
        this.random = random;
        this.passwords = passwords;
    }

    /** Reads the file {@code {"login":"password"}}; none is as good as an empty one. */
    public static PasswordFile at(Path file, SecureRandom random) {
        Map<String, String> passwords = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                @Nullable
                Map<String, String> kept = ObjectMapper.getDefault()
                        .readValue(Files.readAllBytes(file), Argument.mapOf(String.class, String.class));
                passwords.putAll(kept == null ? Map.of() : kept);
            }
        } catch (IOException e) {
            // the cause would quote the file
            throw new ProvisionException("cannot read the passwords in " + file + ": write {\"login\":\"password\"}");
        }
        return new PasswordFile(file, random, passwords);
    }

    /** The password of a login. */
    public synchronized String of(String login) {
        @Nullable String known = passwords.get(login);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        passwords.put(login, drawn);
        write();
        return drawn;
    }

    private void write() {
        try {
            byte[] json = ObjectMapper.getDefault().writeValueAsBytes(passwords);
            new PrivateFile(file).write(new String(json, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ProvisionException("cannot write the passwords to " + file, e);
        }
    }
}
