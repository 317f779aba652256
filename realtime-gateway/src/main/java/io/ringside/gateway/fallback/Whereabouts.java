package io.ringside.gateway.fallback;

import io.micronaut.context.annotation.Context;
import io.ringside.gateway.fleet.NodeNotes;
import io.ringside.gateway.fleet.NodeRoster;
import io.ringside.gateway.fleet.Note;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where sessions are: of those that are here, other gateways are answered what their clients ask there. */
@Context
final class Whereabouts {
    private final CarriedSessions here;
    private final NodeNotes notes;
    private final String node;

    Whereabouts(CarriedSessions here, NodeNotes notes, NodeRoster roster) {
        this.here = here;
        this.notes = notes;
        node = roster.self().life();
        notes.answer(this::answer);
    }

    /** The session of this key, unless it is known not to be there. */
    Optional<Held> find(SessionKey key) {
        return key.node().equals(node) ? here.find(key).map(held -> held) : Optional.of(new Elsewhere(key, notes));
    }

    private CompletableFuture<Note> answer(Note question) {
        Optional<Held> held = Optional.ofNullable(question.headers().get(Elsewhere.SESSION))
                .flatMap(SessionKey::parse)
                .flatMap(here::find);
        return held.map(session -> ask(session, question))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenApply(answer -> new Note(
                        Map.of(Elsewhere.FOUND, Boolean.toString(answer.isPresent())),
                        answer.orElseGet(() -> new byte[0])));
    }

    private static CompletableFuture<Optional<byte[]>> ask(Held session, Note question) {
        return switch (question.headers().getOrDefault(Elsewhere.CALL, "")) {
            case Elsewhere.POST -> session.post(question.body());
            case Elsewhere.POLL -> session.poll(Long.parseLong(new String(question.body(), StandardCharsets.US_ASCII)));
            case Elsewhere.LEAVE -> session.leave();
            default -> CompletableFuture.completedFuture(Optional.empty());
        };
    }
}
