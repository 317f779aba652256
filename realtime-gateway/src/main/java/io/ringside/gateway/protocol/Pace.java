package io.ringside.gateway.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How much of its conflated channels a client takes, all of them together. What is not said is not limited.
 *
 * @param updatesPerSecond how often a value is sent again, 1 to 50 a second
 * @param bytesPerSecond 4,096 to 1,048,576 a second
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pace(
        @Nullable Integer updatesPerSecond, @Nullable Integer bytesPerSecond) {
    /** As values come, as fast as the connection takes them. */
    public static final Pace FREE = new Pace(null, null);

    static final int UPDATES_MIN = 1;
    static final int UPDATES_MAX = 50;
    /** Everybody's presence and the notices of operators have to get through. */
    static final int BYTES_MIN = 4_096;

    static final int BYTES_MAX = 1_048_576;
}
