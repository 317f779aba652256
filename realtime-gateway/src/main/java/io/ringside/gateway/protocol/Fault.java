package io.ringside.gateway.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.gateway.json.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * The error of one request.
 *
 * @param message a sentence for a person
 * @param temporary whether the same request may succeed later
 * @param field the field that is wrong
 * @param retryAfterMs when to try again, milliseconds
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        ErrorCode code,
        String message,
        boolean temporary,
        @Nullable String field,
        @Nullable Long retryAfterMs) {
    /** An error without field or delay. */
    public static Fault of(ErrorCode code, String message) {
        return new Fault(code, message, code.temporary(), null, null);
    }

    /** An error that may be over after this many milliseconds. */
    public static Fault later(ErrorCode code, String message, long retryAfterMs) {
        return new Fault(code, message, true, null, retryAfterMs);
    }

    /** A field or message that breaks a rule. */
    public static Fault of(Malformed malformed) {
        String subject = malformed.field() == null ? "the message" : malformed.field();
        return new Fault(ErrorCode.MALFORMED, subject + ' ' + malformed.rule(), false, malformed.field(), null);
    }
}
