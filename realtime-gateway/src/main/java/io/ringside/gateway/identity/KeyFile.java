package io.ringside.gateway.identity;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Set;

/** A signing key kept in a file that only its owner can read, made once, so that restarts keep sessions. */
final class KeyFile {
    private static final String NAME = "gateway-es256.pem";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;

    private KeyFile(Path folder) {
        this.folder = folder;
    }

    static KeyFile in(Path folder) {
        return new KeyFile(folder);
    }

    String readOrCreate() throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            Files.createDirectories(folder.toAbsolutePath(), OWNER_ONLY_FOLDER);
            create(file);
        }
        return Files.readString(file);
    }

    /** A link appears whole or not at all: of two gateways that start together one makes the key, both read it. */
    private void create(Path file) throws IOException {
        Path draft = Files.createTempFile(folder, "gateway-", ".pem", OWNER_ONLY);
        try {
            Files.writeString(draft, newKey());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other gateway was faster, and its key is the one.
        } finally {
            Files.delete(draft);
        }
    }

    private static String newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has secp256r1", e);
        }
    }
}
