package io.ringside.rules.planted;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes clock and chance by call, by reference and by construction. */
final class AsksTheMachine {
    private final Supplier<UUID> ids = UUID::randomUUID;

    String decide() {
        return Instant.now() + ids.get().toString() + new Random().nextInt();
    }
}
