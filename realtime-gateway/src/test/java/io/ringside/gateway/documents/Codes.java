package io.ringside.gateway.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.contracts.RejectReason;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.ErrorCode;

/** The catalogue of codes: what each means, whether to try again, and what a client does. */
final class Codes {
    private Codes() {}

    /** Of sockets, before and when they close. */
    static ArrayNode closeCodes(Comments comments) {
        ArrayNode all = Schemas.JSON.createArrayNode();
        for (CloseCode code : CloseCode.values()) {
            ObjectNode entry = all.addObject().put("code", code.code()).put("name", code.name());
            entry.put("meaning", comments.of(CloseCode.class, code.name()).orElseThrow());
            entry.put("comeBack", code.reconnect()).put("client", deed(code));
        }
        return all;
    }

    /** Of requests, over HTTP and on the socket. */
    static ArrayNode errorCodes(Comments comments) {
        ArrayNode all = Schemas.JSON.createArrayNode();
        for (ErrorCode code : ErrorCode.values()) {
            ObjectNode entry = all.addObject().put("code", code.name()).put("status", code.status());
            entry.put("meaning", comments.of(ErrorCode.class, code.name()).orElseThrow());
            entry.put("temporary", code.temporary()).put("client", deed(code));
        }
        return all;
    }

    /** Of commands that were received. */
    static ArrayNode rejectReasons() {
        ArrayNode all = Schemas.JSON.createArrayNode();
        for (RejectReason reason : RejectReason.values()) {
            all.addObject()
                    .put("code", reason.name())
                    .put("meaning", reason.sentence())
                    .put("advice", reason.advice().name())
                    .put("client", deed(reason.advice()));
        }
        return all;
    }

    private static String deed(CloseCode code) {
        return switch (code) {
            case NORMAL -> "Nothing: it closed the socket itself.";
            case GOING_AWAY, RESTART ->
                "Comes back after `retryAfterMs` and a random time up to `jitterMs`, and resumes from its positions.";
            case PROTOCOL_ERROR, UNSUPPORTED_DATA, INVALID_UTF8, TOO_BIG, BAD_REQUEST ->
                "Stays away and reports it: it sent what it must not send.";
            case INTERNAL_ERROR, OVERLOAD -> "Comes back later, each time after a longer random wait, and resumes.";
            case EXPIRED -> "Gets a fresh ticket over HTTP, comes back at once and resumes.";
            case SLOW, RESYNC -> "Comes back and resumes; what it missed is replayed or announced as a gap.";
            case RATE_LIMITED -> "Comes back after `retryAfterMs`, asks less often, and resumes.";
            case FORBIDDEN -> "Stays away from the channel that the reason names.";
            case SIGNED_OUT -> "Asks its user to sign in again.";
            case TOO_MANY -> "Tells its user to close another window; 20 sockets are open already.";
        };
    }

    private static String deed(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> "Refreshes its token once, or asks its user to sign in.";
            case FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED -> "Does not ask again.";
            case MALFORMED -> "Corrects `field` by the rule in the text; it was not received.";
            case RATE_LIMITED -> "Asks again after `retryAfterMs`; it was not received.";
            case TOO_LARGE -> "Sends less at once: 64 KiB at most.";
            case UNAVAILABLE -> "Asks again later; it was not received.";
            case UNKNOWN_OUTCOME -> "Sends the same body with the same id again until there is another answer.";
        };
    }

    private static String deed(RejectReason.Advice advice) {
        return switch (advice) {
            case CORRECT -> "Changes the command and sends it under a new id.";
            case LATER -> "May send the same under a new id later.";
            case NONE -> "Does not send it again.";
        };
    }
}
