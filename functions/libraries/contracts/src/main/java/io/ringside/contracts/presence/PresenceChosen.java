package io.ringside.contracts.presence;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notice {@code presence.chosen}, to its sender alone: the command took effect. What others see of it they are told
 * otherwise.
 *
 * @param version of the choices of this user, counted from 1
 */
@Serdeable
public record PresenceChosen(
        String clientCommandId,
        String user,
        PresenceChoice status,
        @Nullable String message,
        long version,
        Instant at) {}
