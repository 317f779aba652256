package io.ringside.runtime.rebuild;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Options;
import io.nats.client.api.StreamInfo;
import io.ringside.runtime.Ids;
import io.ringside.runtime.host.TimeOrderedIds;
import io.ringside.runtime.nats.CommandConnection;
import io.ringside.runtime.tenure.StreamState;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operator's command behind {@code infra/rebuild}. */
public final class RebuildCommand {
    private static final int STREAM_NOT_FOUND = 10059;
    private static final String USAGE = """
        usage: rebuild [STREAM [--apply]]
          rebuild                  how the cursors of every function stand in their streams
          rebuild STREAM           what a rebuild of a lost or damaged stream would do
          rebuild STREAM --apply   do it; every function that reads or feeds it must be stopped\
        """;
    private static final String OF_COMMANDS = """
        What functions sent to each other comes back. Of what clients sent, everything that was handled is kept in
        PostgreSQL; what no function had handled is gone with the stream. Its senders have no answer yet: they ask
        again with the same id, which gives the stored answer if there is one, and is handled as new otherwise.\
        """;

    private final Connection nats;
    private final BookOfRecord book;
    private final Ids ids;
    private final PrintStream out;

    RebuildCommand(Connection nats, BookOfRecord book, Ids ids, PrintStream out) {
        this.nats = nats;
        this.book = book;
        this.ids = ids;
        this.out = out;
    }

    /** Exits 0 when it was done or nothing was to be done, 1 when it was refused, 2 when it was not understood. */
    public static void main(String[] arguments) {
        Ids ids = new TimeOrderedIds(Clock.systemUTC(), new SecureRandom());
        System.exit(execute(System.getenv(), ids, List.of(arguments), System.out));
    }

    static int execute(Map<String, String> environment, Ids ids, List<String> words, PrintStream out) {
        if (words.equals(List.of("--help"))) {
            out.println(USAGE);
            return 0;
        }
        String url = environment.getOrDefault("NATS_URL", Options.DEFAULT_URL);
        BookOfRecord book = new BookOfRecord(
                environment.getOrDefault("JDBC_URL", "jdbc:postgresql://127.0.0.1:5432/ringside"),
                environment.getOrDefault("JDBC_USER", "ringside"),
                environment.getOrDefault("JDBC_PASSWORD", ""));
        try (Connection nats = CommandConnection.open(url)) {
            return new RebuildCommand(nats, book, ids, out).run(words);
        } catch (IOException | InterruptedException e) {
            out.println("no nats-server answers at " + url + ": start it, or set NATS_URL");
            return 1;
        }
    }

    int run(List<String> words) {
        boolean apply = words.size() == 2 && words.get(1).equals("--apply");
        if (words.size() > 1 && !apply
                || words.stream()
                        .findFirst()
                        .filter(word -> word.startsWith("-"))
                        .isPresent()) {
            out.println(USAGE);
            return 2;
        }
        try {
            Map<String, List<CursorStanding>> standings = standings();
            if (words.isEmpty()) {
                overview(standings);
                return 0;
            }
            return rebuild(words.getFirst(), standings.getOrDefault(words.getFirst(), List.of()), apply);
        } catch (RebuildRefused e) {
            out.println("refused: " + e.getMessage());
        } catch (SQLException e) {
            out.println("PostgreSQL at " + book + ": " + e.getMessage() + "; nothing is half done, run this again");
        } catch (Exception e) {
            out.println("given up: " + e.getMessage() + "; nothing is half done, run this again");
        }
        return 1;
    }

    private void overview(Map<String, List<CursorStanding>> standings) throws Exception {
        for (Map.Entry<String, List<CursorStanding>> stream : standings.entrySet()) {
            show(stream.getKey(), find(stream.getKey()).orElse(null), stream.getValue());
        }
        if (standings.isEmpty()) {
            out.println("no function has ever read a stream");
        }
    }

    private int rebuild(String name, List<CursorStanding> standings, boolean apply) throws Exception {
        if (standings.isEmpty()) {
            throw new RebuildRefused("no function reads a stream " + name);
        }
        StreamInfo stream = find(name)
                .orElseThrow(() -> new RebuildRefused("there is no stream " + name
                        + ": make it as infra/messaging says (infra/up does), then run this again"));
        StreamState state = StreamState.of(stream);
        show(name, stream, standings);
        if (standings.stream().allMatch(standing -> standing.whyLost(state).isEmpty())) {
            out.println("every cursor continues: nothing is to be rebuilt");
            return 0;
        }
        StreamRebuild rebuild = new StreamRebuild(nats, book, stream, text -> out.println("  " + text));
        if (apply) {
            out.println(name + " was found: " + rebuild.apply(ids.next()));
            out.println("done: all of them are in order in it, and every cursor stands at its start."
                    + " Start the functions; what they handled before has no second effect.");
        } else {
            out.println(name + ": " + rebuild.plan());
        }
        if (stream.getConfiguration().getSubjects().stream().anyMatch(subject -> subject.startsWith("cmd."))) {
            out.println(OF_COMMANDS);
        }
        if (!apply) {
            out.println("add --apply to do it");
        }
        return 0;
    }

    private void show(String name, @Nullable StreamInfo stream, List<CursorStanding> standings) {
        StreamState state = stream == null ? null : StreamState.of(stream);
        out.println(
                state == null
                        ? name + "  does not exist"
                        : "%s  created %s, messages %d to %d"
                                .formatted(name, state.identity(), state.firstSequence(), state.lastSequence()));
        standings.forEach(standing -> out.println(standing.line(state)));
    }

    private Map<String, List<CursorStanding>> standings() throws SQLException {
        try (java.sql.Connection connection = book.connect()) {
            return CursorStanding.all(connection).stream()
                    .collect(Collectors.groupingBy(CursorStanding::stream, LinkedHashMap::new, Collectors.toList()));
        }
    }

    private Optional<StreamInfo> find(String stream) throws IOException, JetStreamApiException {
        try {
            return Optional.of(nats.jetStreamManagement().getStreamInfo(stream));
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == STREAM_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
