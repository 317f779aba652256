package io.ringside.gateway.documents;

import io.ringside.gateway.protocol.ErrorCode;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one route does, as far as no code says it. Parameters, what it answers and who may call it come from its method.
 *
 * @param route method and path
 * @param id unique name, from which generators make the name of a function
 * @param summary a few words
 * @param text what a caller has to know
 * @param body what is sent, if anything is
 * @param answer what is answered where the method only says bytes
 * @param status of a good answer
 * @param fails what may be refused, beyond what every route refuses
 */
record Operation(
        String route,
        String id,
        String tag,
        String summary,
        String text,
        @Nullable Type body,
        @Nullable Type answer,
        int status,
        Set<ErrorCode> fails) {
    /** Something that is read. */
    static Operation read(String path, String id, String tag, String summary, String text) {
        return new Operation("GET " + path, id, tag, summary, text, null, null, 200, Set.of())
                .failing(ErrorCode.UNAVAILABLE);
    }

    /** A command. */
    static Operation command(String path, String id, String tag, Type body, String summary, String text) {
        return new Operation("POST " + path, id, tag, summary, text, body, null, 202, Set.of())
                .failing(
                        ErrorCode.FORBIDDEN,
                        ErrorCode.TOO_LARGE,
                        ErrorCode.RATE_LIMITED,
                        ErrorCode.UNAVAILABLE,
                        ErrorCode.UNKNOWN_OUTCOME);
    }

    /** Something about the caller's session. */
    static Operation session(String route, String id, @Nullable Type body, int status, String summary, String text) {
        return new Operation(route, id, "Session", summary, text, body, null, status, Set.of())
                .failing(ErrorCode.UNAVAILABLE);
    }

    /** Something that needs no sign-in and nothing behind the gateway. */
    static Operation open(String path, String id, String tag, String summary, String text) {
        return new Operation("GET " + path, id, tag, summary, text, null, null, 200, Set.of());
    }

    Operation answering(Type type) {
        return new Operation(route, id, tag, summary, text, body, type, status, fails);
    }

    Operation tagged(String other) {
        return new Operation(route, id, other, summary, text, body, answer, status, fails);
    }

    Operation failing(ErrorCode... codes) {
        Set<ErrorCode> all = new TreeSet<>(fails);
        all.addAll(List.of(codes));
        return new Operation(route, id, tag, summary, text, body, answer, status, all);
    }
}
