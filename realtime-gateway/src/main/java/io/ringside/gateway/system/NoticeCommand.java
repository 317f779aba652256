package io.ringside.gateway.system;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Options;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.runtime.Ids;
import io.ringside.runtime.host.TimeOrderedIds;
import io.ringside.runtime.nats.CommandConnection;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's command behind {@code infra/notice}, on the server of {@code NATS_URL}. */
public final class NoticeCommand {
    private static final String USAGE = """
        usage: notice send INFO|WARNING|CRITICAL TEXT [--from TIME] [--until TIME] | withdraw ID | list
          send          tells everybody who is connected, and who connects while it holds; says its id
          withdraw ID   takes it back
          list          what holds, what is announced and what was withdrawn or over within a day, one a line
          TIME          2026-11-22T18:30:00Z, or +30s, +30m, +2h, +1d from now; without --until: until withdrawn\
        """;

    private final SystemStream stream;
    private final InstantSource clock;
    private final Ids ids;
    private final PrintStream out;

    NoticeCommand(SystemStream stream, InstantSource clock, Ids ids, PrintStream out) {
        this.stream = stream;
        this.clock = clock;
        this.ids = ids;
        this.out = out;
    }

    /** Exits 0 when it was done, 1 when it was refused, 2 when it was not understood. */
    public static void main(String[] arguments) throws Exception {
        Clock clock = Clock.systemUTC();
        Ids ids = new TimeOrderedIds(clock, new SecureRandom());
        System.exit(execute(System.getenv(), clock, ids, List.of(arguments), System.out));
    }

    static int execute(
            Map<String, String> environment, InstantSource clock, Ids ids, List<String> words, PrintStream out)
            throws InterruptedException {
        if (words.equals(List.of("--help"))) {
            out.println(USAGE);
            return 0;
        }
        String url = environment.getOrDefault("NATS_URL", Options.DEFAULT_URL);
        try (Connection nats = CommandConnection.open(url)) {
            return new NoticeCommand(new SystemStream(nats), clock, ids, out).run(words);
        } catch (JetStreamApiException e) {
            out.println("the server refuses: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            out.println("no nats-server answers at " + url + ": start the floor, or set NATS_URL");
            return 1;
        }
    }

    int run(List<String> words) throws IOException, JetStreamApiException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (NoticeOrder.of(words, now)) {
            case NoticeOrder.Send send -> send(send, now);
            case NoticeOrder.Withdraw withdraw -> withdraw(withdraw.notificationId(), now);
            case NoticeOrder.ListAll all -> list(now);
            case NoticeOrder.Help help -> notUnderstood(USAGE);
            case NoticeOrder.Malformed malformed -> notUnderstood(malformed.fault());
        };
    }

    private int send(NoticeOrder.Send send, Instant now) throws IOException, JetStreamApiException {
        long standing = stream.all().stream()
                .filter(stored -> stands(stored.notification(), now))
                .count();
        if (standing >= SystemNotification.NOTIFICATIONS_MAX) {
            out.println("refused: " + standing + " notices hold or are announced already, withdraw one first");
            return 1;
        }
        SystemNotification notification = new SystemNotification(
                ids.next().toString(), send.severity(), send.text(), send.from(), send.until(), null, 1, now);
        stream.store(notification, 0, now);
        out.println("told: " + line(notification, now));
        return 0;
    }

    private int withdraw(String notificationId, Instant now) throws IOException, JetStreamApiException {
        Optional<SystemStream.Stored> found = stream.find(notificationId);
        if (found.isEmpty() || !stands(found.get().notification(), now)) {
            out.println("no notice " + notificationId + " holds or is announced");
            return 1;
        }
        SystemNotification told = found.get().notification();
        SystemNotification withdrawn = new SystemNotification(
                told.notificationId(),
                told.severity(),
                told.text(),
                told.from(),
                told.until(),
                now,
                told.version() + 1,
                now);
        stream.store(withdrawn, found.get().sequence(), now);
        out.println("withdrawn: " + line(withdrawn, now));
        return 0;
    }

    private int list(Instant now) throws IOException, JetStreamApiException {
        List<SystemStream.Stored> all = stream.all();
        all.forEach(stored -> out.println(line(stored.notification(), now)));
        out.println(all.isEmpty() ? "no notices" : all.size() + " notices");
        return 0;
    }

    private int notUnderstood(String why) {
        out.println(why);
        return 2;
    }

    private static boolean stands(SystemNotification notification, Instant now) {
        return notification.withdrawnAt() == null && !notification.isOverAt(now);
    }

    private static String line(SystemNotification notification, Instant now) {
        return "%s  %-9s  %-8s  %s to %s  %s"
                .formatted(
                        notification.notificationId(),
                        standing(notification, now),
                        notification.severity(),
                        notification.from(),
                        notification.until() == null ? "withdrawal" : notification.until(),
                        notification.text());
    }

    private static String standing(SystemNotification notification, Instant now) {
        if (notification.withdrawnAt() != null) {
            return "withdrawn";
        }
        if (notification.isOverAt(now)) {
            return "over";
        }
        return notification.holdsAt(now) ? "holds" : "announced";
    }
}
