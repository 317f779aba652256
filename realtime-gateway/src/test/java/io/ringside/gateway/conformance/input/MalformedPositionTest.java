package io.ringside.gateway.conformance.input;

import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.TransportKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who sends a position that is none is told which field and the rule, and served on. */
@OverEveryTransport
class MalformedPositionTest {
    private final Scene scene;

    MalformedPositionTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void positionsAreAnObject() {
        try (ClientSocket client = scene.connect()) {
            for (String positions : List.of("7", "[]", "'inbox'")) {
                scene.assertMalformed(
                        client,
                        "'subscribe':{'channels':[],'positions':%s}".formatted(positions),
                        "subscribe.positions",
                        "must be an object");
            }
        }
    }

    @Test
    void aMessageHasAtMost256Positions() {
        String positions = IntStream.rangeClosed(1, 257)
                .mapToObj(i -> "'quotes.Q%d':{'epoch':'e','sequence':1}".formatted(i))
                .collect(Collectors.joining(","));
        scene.assertMalformed(
                "'subscribe':{'channels':[],'positions':{%s}}".formatted(positions),
                "subscribe.positions",
                "may have at most 256 entries");
    }

    @Test
    void aPositionIsAnObject() {
        scene.assertMalformed("'resync':{'channel':'inbox','position':7}", "resync.position", "must be an object");
    }

    @Test
    void anEpochIsAShortPrintableText() {
        try (ClientSocket client = scene.connect()) {
            for (String epoch : List.of("''", "'ä'", "7")) {
                scene.assertMalformed(
                        client,
                        "'resync':{'channel':'inbox','position':{'epoch':%s,'sequence':1}}".formatted(epoch),
                        "resync.position.epoch",
                        "must be 1 to 128 printable characters");
            }
        }
    }

    @Test
    void aPositionIsAWholeNumberFromZero() {
        try (ClientSocket client = scene.connect()) {
            for (String sequence : List.of("-1", "0.5", "9007199254740992")) {
                scene.assertMalformed(
                        client,
                        "'resync':{'channel':'inbox','position':{'epoch':'e','sequence':%s}}".formatted(sequence),
                        "resync.position.sequence",
                        "must be a whole number from 0 to 9007199254740991");
            }
        }
    }

    @Test
    void aPositionHasNoFieldThatIsNotKnown() {
        scene.assertMalformed(
                "'subscribe':{'channels':[],'positions':{'inbox':{'epoch':'e','sequence':1,'more':1}}}",
                "subscribe.positions.inbox.more",
                "is not a known field");
    }
}
