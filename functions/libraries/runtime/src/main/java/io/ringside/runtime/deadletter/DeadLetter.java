package io.ringside.runtime.deadletter;

import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message set aside.
 *
 * @param number its sequence in DEADLETTERS, by which an operator names it
 * @param subject of the original
 */
public record DeadLetter(
        long number,
        Instant at,
        String function,
        String cause,
        String subject,
        String stream,
        String sequence,
        String originalId,
        @Nullable String user,
        @Nullable String trace,
        byte[] body) {

    static DeadLetter of(MessageInfo stored) {
        Headers headers = stored.getHeaders() == null ? new Headers() : stored.getHeaders();
        return new DeadLetter(
                stored.getSeq(),
                stored.getTime().toInstant(),
                String.valueOf(stored.getSubject()).substring("dlq.".length()),
                header(headers, DeadLetterHeaders.CAUSE),
                header(headers, DeadLetterHeaders.SUBJECT),
                header(headers, DeadLetterHeaders.STREAM),
                header(headers, DeadLetterHeaders.SEQUENCE),
                header(headers, DeadLetterHeaders.ORIGINAL_ID),
                headers.getFirst(io.ringside.contracts.Headers.USER),
                headers.getFirst(io.ringside.contracts.Headers.TRACE_PARENT),
                stored.getData() == null ? new byte[0] : stored.getData());
    }

    /** One line of a list. */
    String line() {
        return "%6d  %s  %-16s  %s  %s".formatted(number, at, function, subject, cause);
    }

    /** Everything about it, for a person. */
    String page() {
        return """
            number     %d
            at         %s
            function   %s
            cause      %s
            subject    %s
            original   %s, sequence %s of %s
            user       %s
            trace      %s
            body       %s
            """.formatted(
                        number,
                        at,
                        function,
                        cause,
                        subject,
                        originalId,
                        sequence,
                        stream,
                        user == null ? "-" : user,
                        trace == null ? "-" : trace,
                        new String(body, StandardCharsets.UTF_8));
    }

    private static String header(Headers headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "-" : value;
    }
}
