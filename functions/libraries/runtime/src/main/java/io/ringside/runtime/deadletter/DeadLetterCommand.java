package io.ringside.runtime.deadletter;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Options;
import io.ringside.runtime.nats.CommandConnection;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code deadletters list | show N | replay N | discard N}, on the server of {@code NATS_URL}. */
public final class DeadLetterCommand {
    /** Dead letters that one list shows. */
    static final int LIST_MAX = 1_000;

    private static final String USAGE = """
        usage: deadletters list | show N | replay N | discard N
          list       the oldest dead letters, one a line
          show N     everything about one
          replay N   send the original again, then remove it from here
          discard N  remove it for good\
        """;

    private final DeadLetterBox box;
    private final PrintStream out;

    DeadLetterCommand(DeadLetterBox box, PrintStream out) {
        this.box = box;
        this.out = out;
    }

    /**
     * Runs the command and exits 0 when it was done, 1 when there is no such dead letter, 2 when it was not understood.
     */
    public static void main(String[] arguments) throws Exception {
        System.exit(execute(System.getenv(), List.of(arguments), System.out));
    }

    static int execute(Map<String, String> environment, List<String> words, PrintStream out)
            throws InterruptedException, JetStreamApiException {
        if (words.equals(List.of("--help"))) {
            out.println(USAGE);
            return 0;
        }
        String url = environment.getOrDefault("NATS_URL", Options.DEFAULT_URL);
        try (Connection nats = CommandConnection.open(url)) {
            return new DeadLetterCommand(new DeadLetterBox(nats), out).run(words);
        } catch (IOException e) {
            out.println("no nats-server answers at " + url + ": start the floor, or set NATS_URL");
            return 1;
        }
    }

    int run(List<String> words) throws IOException, JetStreamApiException {
        if (words.equals(List.of("list"))) {
            return list();
        }
        if (words.size() != 2 || !words.get(1).matches("[0-9]{1,18}")) {
            out.println(USAGE);
            return 2;
        }
        Optional<DeadLetter> letter = box.find(Long.parseLong(words.get(1)));
        if (letter.isEmpty()) {
            out.println("there is no dead letter " + words.get(1));
            return 1;
        }
        return handle(words.getFirst(), letter.get());
    }

    private int list() throws IOException, JetStreamApiException {
        List<DeadLetter> letters = box.list(LIST_MAX);
        letters.forEach(letter -> out.println(letter.line()));
        out.println(letters.isEmpty() ? "no dead letters" : letters.size() + " dead letters");
        return 0;
    }

    private int handle(String verb, DeadLetter letter) throws IOException, JetStreamApiException {
        switch (verb) {
            case "show" -> out.print(letter.page());
            case "replay" -> {
                box.replay(letter);
                out.println("sent again to " + letter.subject());
            }
            case "discard" -> {
                box.discard(letter);
                out.println("discarded");
            }
            default -> {
                out.println(USAGE);
                return 2;
            }
        }
        return 0;
    }
}
