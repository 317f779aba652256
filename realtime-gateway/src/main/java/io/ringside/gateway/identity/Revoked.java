package io.ringside.gateway.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** {@code session.revoked.<userId>}: a sign-in no longer holds, nor does anything that came from it. */
@Serdeable
public record Revoked(String user, String family, Instant at) {}
