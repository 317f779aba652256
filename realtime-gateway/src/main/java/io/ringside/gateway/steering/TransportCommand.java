package io.ringside.gateway.steering;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Options;
import io.ringside.runtime.nats.CommandConnection;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operator's command behind {@code infra/transport}, on the server of {@code NATS_URL}. */
public final class TransportCommand {
    private static final String USAGE = """
        usage: transport socket|sse|poll [--share PERCENT] | free | show
          socket|sse|poll  what clients are to use from now on; who is on something else is told to come back
          --share PERCENT  only this share of the users, 1 to 100; a share that grows keeps those that it had
          free             clients choose by themselves again: a socket where there is a way for one
          show             what holds now\
        """;

    private static final Pattern SHARE = Pattern.compile("[1-9][0-9]?|100");

    private TransportCommand() {}

    /** Exits 0 when it was done, 1 when it was refused, 2 when it was not understood. */
    public static void main(String[] arguments) throws Exception {
        System.exit(execute(System.getenv(), List.of(arguments), System.out));
    }

    static int execute(Map<String, String> environment, List<String> words, PrintStream out)
            throws InterruptedException {
        Optional<Steer> wanted = wanted(words);
        boolean understood = wanted.isPresent() || words.equals(List.of("free")) || words.equals(List.of("show"));
        if (!understood) {
            out.println(USAGE);
            return words.equals(List.of("--help")) ? 0 : 2;
        }
        String url = environment.getOrDefault("NATS_URL", Options.DEFAULT_URL);
        try (Connection nats = CommandConnection.open(url)) {
            SteeringBucket bucket = new SteeringBucket(nats);
            if (wanted.isPresent()) {
                bucket.write(wanted.get());
            } else if (words.equals(List.of("free"))) {
                bucket.clear();
            }
            out.println(bucket.read().map(TransportCommand::line).orElse("clients choose by themselves"));
            return 0;
        } catch (JetStreamApiException e) {
            out.println("the server refuses: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            out.println("no nats-server answers at " + url + ": start the floor, or set NATS_URL");
            return 1;
        }
    }

    private static Optional<Steer> wanted(List<String> words) {
        if (words.isEmpty() || Steer.named(words.getFirst()).isEmpty()) {
            return Optional.empty();
        }
        if (words.size() == 1) {
            return Optional.of(new Steer(words.getFirst(), Steer.ALL));
        }
        Matcher share = SHARE.matcher(words.getLast());
        boolean shared = words.size() == 3 && words.get(1).equals("--share") && share.matches();
        return shared ? Optional.of(new Steer(words.getFirst(), Integer.parseInt(words.getLast()))) : Optional.empty();
    }

    private static String line(Steer steer) {
        return "%d %% of the users are to use %s".formatted(steer.share(), steer.transport());
    }
}
