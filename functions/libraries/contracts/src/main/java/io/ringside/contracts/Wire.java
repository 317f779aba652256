package io.ringside.contracts;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** JSON of the records of this library, as they travel. */
public final class Wire {
    /** Bytes of one message body; a larger one is refused. */
    public static final int BODY_BYTES_MAX = 64 * 1024;

    private static final ObjectMapper MAPPER = ObjectMapper.getDefault();

    private Wire() {}

    /** The JSON of a record. */
    public static byte[] encode(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A record from its JSON.
     *
     * @throws UndecodableException when the bytes are not that record
     */
    public static <T> T decode(byte[] body, Class<T> type) throws UndecodableException {
        return decode(body, type, BODY_BYTES_MAX);
    }

    /**
     * A record from its JSON, where a call between functions has a limit of its own.
     *
     * @throws UndecodableException when the bytes are not that record
     */
    public static <T> T decode(byte[] body, Class<T> type, int bytesMax) throws UndecodableException {
        if (body.length > bytesMax) {
            throw new UndecodableException("body of " + body.length + " bytes, the limit is " + bytesMax);
        }
        try {
            T record = Objects.requireNonNull(MAPPER.readValue(body, Argument.of(type)), "empty body");
            Completeness.check(record);
            return record;
        } catch (IOException | RuntimeException e) {
            String cause =
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            throw new UndecodableException("not a " + type.getSimpleName() + ": " + cause, e);
        }
    }

    /** The bytes are not the record that the subject promises. */
    public static final class UndecodableException extends Exception {
        private static final long serialVersionUID = 1L;

        UndecodableException(String message) {
            super(message);
        }

        UndecodableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
