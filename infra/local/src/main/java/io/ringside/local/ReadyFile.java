package io.ringside.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.local.demo.DemoLogin;
import io.ringside.provision.servers.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tells scripts that the floor serves, where, and which process is which.
 *
 * @param processes ids of those that serve now; one that is being started again is missing
 * @param jdbc of somebody who may read what the functions wrote
 */
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
        try {
            byte[] json = ObjectMapper.getDefault().writeValueAsBytes(this);
            new PrivateFile(file).write(new String(json, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
