package io.ringside.gateway.operator;

import io.ringside.gateway.json.Fields;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.json.StrictJson;
import io.ringside.gateway.protocol.CloseCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How an operator wants a socket closed.
 *
 * @param code whether its client comes back by itself, and how
 * @param reason what the client is told, in words
 */
record Disconnection(CloseCode code, String reason) {
    /** What an operator may say: that others stand for is not his to say. */
    private static final Set<CloseCode> CODES =
            EnumSet.of(CloseCode.RESTART, CloseCode.OVERLOAD, CloseCode.EXPIRED, CloseCode.RESYNC, CloseCode.FORBIDDEN);

    private static final Pattern REASON = Pattern.compile("[\\x20-\\x7e]{1,100}");
    private static final int CODE_MAX = 4_999;

    static Disconnection read(byte[] body) throws Malformed {
        Fields fields = Fields.of("", StrictJson.object(body));
        long code = fields.number("code", 1_000, CODE_MAX);
        String reason = fields.text("reason", REASON, "must be 1 to 100 printable ASCII characters");
        fields.nothingElse();
        return new Disconnection(known(code), reason);
    }

    private static CloseCode known(long number) throws Malformed {
        return CODES.stream()
                .filter(code -> code.code() == number)
                .findFirst()
                .orElseThrow(() -> new Malformed(
                        "code",
                        "must be one of "
                                + Arrays.toString(
                                        CODES.stream().mapToInt(CloseCode::code).toArray())));
    }
}
