package io.ringside.local.demo;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** JSON from a file and to a text. */
final class JsonFile {
    private static final ObjectMapper MAPPER = ObjectMapper.getDefault();

    private JsonFile() {}

    static <T> T read(Path file, Class<T> type) {
        try {
            return Objects.requireNonNull(
                    MAPPER.readValue(Files.readAllBytes(file), Argument.of(type)), "the file is empty");
        } catch (IOException | RuntimeException e) {
            throw new ProvisionException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
