package io.ringside.gateway.command;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Headers;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.identity.Callers;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.json.StrictJson;
import io.ringside.gateway.protocol.Received;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes the commands that come as HTTP calls. */
@Singleton
public final class HttpCommands {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final CommandDesk desk;
    private final CommandForms forms;

    HttpCommands(CommandDesk desk, CommandForms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    /** The command is received. */
    @Serdeable
    public record ReceivedAnswer(Received received) {}

    /** Takes a command of this type; throws a {@link Refusal} or answers 202. */
    public CompletableFuture<HttpResponse<ReceivedAnswer>> take(
            String type, Authentication caller, HttpRequest<byte[]> call) {
        try {
            JsonNode node = StrictJson.object(call.getBody().orElseGet(() -> new byte[0]));
            checkKey(forms.of(type).idField(), node, call.getHeaders().get(IDEMPOTENCY_KEY));
            String trace = call.getHeaders().get(Headers.TRACE_PARENT);
            return desk.take(Callers.grant(caller), type, node, trace).thenApply(HttpCommands::answer);
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    private static HttpResponse<ReceivedAnswer> answer(CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Accepted accepted ->
                HttpResponse.accepted().body(new ReceivedAnswer(accepted.received()));
            case CommandOutcome.Refused refused -> throw new Refusal(refused.fault());
        };
    }

    /** The sender's own id is the key; a header that says another is a mistake of the client. */
    private static void checkKey(String idField, JsonNode node, @Nullable String idempotencyKey) throws Malformed {
        JsonNode id = node.get(idField);
        if (idempotencyKey != null && (id == null || !id.isString() || !idempotencyKey.equals(id.getStringValue()))) {
            throw new Malformed(idField, "must equal the Idempotency-Key");
        }
    }
}
