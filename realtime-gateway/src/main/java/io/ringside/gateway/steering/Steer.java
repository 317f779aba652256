package io.ringside.gateway.steering;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Wire;
import io.ringside.gateway.frame.TransportName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What operators want: this transport for a share of the users.
 *
 * @param share per cent of the users, 1 to 100
 */
@Serdeable
public record Steer(String transport, int share) {
    /** Per cent that are everybody. */
    static final int ALL = 100;

    /** What can be meant. */
    public Steer {
        if (share < 1 || share > ALL) {
            throw new IllegalArgumentException("share must be 1 to " + ALL);
        }
        if (named(transport).isEmpty()) {
            throw new IllegalArgumentException("there is no transport " + transport);
        }
    }

    /** The transport of this name. */
    static Optional<TransportName> named(String word) {
        return Arrays.stream(TransportName.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
    }

    /** What is stored, if it can be understood. */
    static Optional<Steer> read(byte[] stored) {
        try {
            return Optional.of(Wire.decode(stored, Steer.class));
        } catch (Wire.UndecodableException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] stored() {
        return Wire.encode(this);
    }

    /** What this user's clients are to use. The same on each gateway, and nobody leaves a share that grows. */
    Optional<TransportName> of(String user) {
        CRC32 hash = new CRC32();
        hash.update(user.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % ALL < share ? named(transport) : Optional.empty();
    }
}
