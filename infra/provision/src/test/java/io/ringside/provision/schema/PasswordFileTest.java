package io.ringside.provision.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;

    PasswordFileTest(@TempDir Path folder) {
        this.file = folder.resolve("passwords.json");
    }

    @Test
    void passwordsAreDrawnOnceAndOnlyTheirOwnerReadsThem() throws IOException {
        String drawn = PasswordFile.at(file, RANDOM).of("ringside_position");

        assertThat(drawn).hasSize(32);
        assertThat(PasswordFile.at(file, RANDOM).of("ringside_position")).isEqualTo(drawn);
        assertThat(PasswordFile.at(file, RANDOM).of("ringside_execution")).isNotEqualTo(drawn);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void passwordsThatAPersonWroteAreTaken() throws IOException {
        Files.writeString(file, "{\"ringside_position\": \"my own\"}");
        assertThat(PasswordFile.at(file, RANDOM).of("ringside_position")).isEqualTo("my own");
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndNotQuoted() throws IOException {
        Files.writeString(file, "{\"ringside_position\": secret}");
        assertThatThrownBy(() -> PasswordFile.at(file, RANDOM))
                .hasMessageContaining("cannot read the passwords in " + file)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
