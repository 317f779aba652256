package io.ringside.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.api.MessageInfo;
import io.ringside.contracts.Wire;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemSeverity;
import io.ringside.provision.servers.NatsServer;
import io.ringside.runtime.Ids;
import io.ringside.testkit.Floor;
import io.ringside.testkit.HandMovedClock;
import io.ringside.testkit.StoredMessages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator says on a command line, on a nats-server of its own. */
class NoticeCommandTest {
    private static final String TEXT = "The floor restarts at 18:30 UTC.";
    private static final String FIRST = "00000000-0000-7000-8000-000000000001";

    private final HandMovedClock clock = HandMovedClock.at("2026-11-22T12:00:00Z");
    private final AtomicInteger drawn = new AtomicInteger();
    private final Ids ids = () -> new UUID(0x7000, 0x8000_0000_0000_0000L + drawn.incrementAndGet());
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private NatsServer server;
    private Connection nats;

    @BeforeEach
    void start() throws Exception {
        server = Floor.shared().freshNats();
        nats = Floor.connect(server);
    }

    @AfterEach
    void stop() throws Exception {
        nats.close();
        server.close();
    }

    @Test
    void storesANoticeUntilADayAfterItIsOver() throws Exception {
        assertThat(run("send", "WARNING", TEXT, "--from", "+30m", "--until", "2026-11-22T18:30:00Z"))
                .isZero();
        MessageInfo stored = stored();
        assertThat(stored.getSubject()).isEqualTo("system.notification." + FIRST);
        assertThat(stored.getHeaders().getFirst("Nats-TTL")).isEqualTo((6 * 3600 + 1800 + 86_400) + "s");
        assertThat(Wire.decode(stored.getData(), SystemNotification.class))
                .isEqualTo(notification(
                        SystemSeverity.WARNING,
                        Instant.parse("2026-11-22T12:30:00Z"),
                        Instant.parse("2026-11-22T18:30:00Z"),
                        null,
                        1));
        assertThat(text())
                .isEqualTo("told: " + FIRST + "  announced  WARNING   2026-11-22T12:30:00Z to"
                        + " 2026-11-22T18:30:00Z  " + TEXT + "\n");
    }

    @Test
    void keepsANoticeWithoutAnEndUntilItIsWithdrawnAndThenForADay() throws Exception {
        assertThat(run("send", "CRITICAL", TEXT)).isZero();
        assertThat(stored().getHeaders().getFirst("Nats-TTL")).isNull();
        Instant begun = clock.instant();
        Instant end = clock.advance(Duration.ofMinutes(5));
        assertThat(run("withdraw", FIRST)).isZero();
        assertThat(stored().getHeaders().getFirst("Nats-TTL")).isEqualTo("86400s");
        assertThat(Wire.decode(stored().getData(), SystemNotification.class))
                .isEqualTo(new SystemNotification(FIRST, SystemSeverity.CRITICAL, TEXT, begun, null, end, 2, end));
        assertThat(run("withdraw", FIRST)).isEqualTo(1);
        assertThat(text()).endsWith("no notice " + FIRST + " holds or is announced\n");
    }

    @Test
    void listsEachWithHowItStands() throws Exception {
        run("list");
        run("send", "INFO", "One.", "--until", "+1h");
        run("send", "INFO", "Two.", "--from", "+2h");
        run("send", "INFO", "Three.");
        run("withdraw", FIRST.replace("0001", "0003"));
        clock.advance(Duration.ofHours(1));
        printed.reset();
        assertThat(run("list")).isZero();
        assertThat(text().lines().toList())
                .satisfiesExactly(
                        one -> assertThat(one).contains("  over  ").endsWith("One."),
                        two -> assertThat(two).contains("  announced  ").endsWith("to withdrawal  Two."),
                        three -> assertThat(three).contains("  withdrawn  ").endsWith("Three."),
                        count -> assertThat(count).isEqualTo("3 notices"));
    }

    @Test
    void refusesOneMoreThanTwentyThatStand() throws Exception {
        for (int i = 0; i < SystemNotification.NOTIFICATIONS_MAX; i++) {
            assertThat(run("send", "INFO", TEXT, "--until", "+1h")).isZero();
        }
        assertThat(run("send", "INFO", TEXT)).isEqualTo(1);
        assertThat(text()).endsWith("refused: 20 notices hold or are announced already, withdraw one first\n");
        clock.advance(Duration.ofHours(1));
        assertThat(run("send", "INFO", TEXT)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "send;send: takes a severity, a text, and --from TIME or --until TIME",
                "send|INFO|Text|--until;send: takes a severity, a text, and --from TIME or --until TIME",
                "send|LOUD|Text;severity: is INFO, WARNING or CRITICAL",
                "send|INFO|  |--until|+1h;text: is one line of 1 to 280 characters",
                "send|INFO|a\tb;text: is one line of 1 to 280 characters",
                "send|INFO|Text|--till|+1h;--till: is no option",
                "send|INFO|Text|--from|noon;"
                        + "--from: is a time such as 2026-11-22T18:30:00Z or +30m, at most 31 days ahead",
                "send|INFO|Text|--until|+32d;"
                        + "--until: is a time such as 2026-11-22T18:30:00Z or +30m, at most 31 days ahead",
                "send|INFO|Text|--until|2026-11-22T12:00:00Z;--until: is later than now and than --from",
                "send|INFO|Text|--from|+2h|--until|+1h;--until: is later than now and than --from",
                "withdraw;withdraw: takes the id that list tells",
                "withdraw|a.b;withdraw: takes the id that list tells",
                "list|all;list: takes nothing else"
            })
    void namesTheWordAndTheRuleOfWhatIsNotUnderstood(String words, String fault) throws Exception {
        assertThat(run(words.split("\\|"))).isEqualTo(2);
        assertThat(text()).isEqualTo(fault + "\n");
        assertThat(StoredMessages.in(nats, "SYSTEM", "system.>")).isEmpty();
    }

    @Test
    void findsItsServerByTheEnvironmentAndSaysWhenThereIsNone() throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertThat(NoticeCommand.execute(Map.of("NATS_URL", server.url()), clock, ids, List.of("list"), out))
                .isZero();
        assertThat(text()).isEqualTo("no notices\n");
        Map<String, String> nowhere = Map.of("NATS_URL", "nats://127.0.0.1:1");
        assertThat(NoticeCommand.execute(nowhere, clock, ids, List.of("list"), out))
                .isEqualTo(1);
        assertThat(text()).endsWith("no nats-server answers at nats://127.0.0.1:1: start the floor, or set NATS_URL\n");
        assertThat(NoticeCommand.execute(Map.of(), clock, ids, List.of("--help"), out))
                .isZero();
        assertThat(run("shout")).isEqualTo(2);
        assertThat(text()).contains("usage: notice send INFO|WARNING|CRITICAL TEXT");
    }

    private MessageInfo stored() throws Exception {
        return StoredMessages.in(nats, "SYSTEM", "system.>").getLast();
    }

    private static SystemNotification notification(
            SystemSeverity severity, Instant from, @Nullable Instant until, @Nullable Instant withdrawn, long version) {
        Instant at = Instant.parse("2026-11-22T12:00:00Z");
        return new SystemNotification(FIRST, severity, TEXT, from, until, withdrawn, version, at);
    }

    private int run(String... words) throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new NoticeCommand(new SystemStream(nats), clock, ids, out).run(List.of(words));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
