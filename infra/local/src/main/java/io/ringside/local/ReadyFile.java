package io.ringside.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.local.demo.DemoLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Tells scripts that the floor serves, where, and which process is which. Replaced whole, never half written. */
@Serdeable
record ReadyFile(
        String address,
        List<DemoLogin> logins,
        Map<String, Long> processes,
        Map<String, Integer> ports,
        String nats,
        String natsMonitoring,
        Jdbc jdbc) {
    /** How to reach the book of record. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Jdbc(String url, String user, String password) {}

    void write(Path file) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(fresh, ObjectMapper.getDefault().writeValueAsBytes(this));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
