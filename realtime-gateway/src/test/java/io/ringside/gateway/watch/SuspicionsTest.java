package io.ringside.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.testkit.HandMovedClock;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** How much of what is suspicious is said, and that all of it is counted. */
class SuspicionsTest {
    private static final InetAddress ONE = InetAddress.ofLiteral("203.0.113.7");
    private static final InetAddress OTHER = InetAddress.ofLiteral("2001:db8::7");

    private final HandMovedClock clock = HandMovedClock.at(Instant.parse("2026-11-21T12:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Suspicions suspicions = new Suspicions(clock, meters);
    private final Logger logger = (Logger) LoggerFactory.getLogger(Suspicions.class);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @BeforeEach
    void listen() {
        appender.start();
        logger.setAdditive(false);
        logger.setLevel(Level.WARN);
        logger.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    @Test
    void saysWhoFromWhereAndInWhichCall() {
        suspicions.note(Suspicion.REUSED_TICKET, ONE, "alice", "c-1");
        suspicions.note(Suspicion.FOREIGN_ORIGIN, OTHER, null, "c 2");
        assertThat(lines())
                .containsExactly(
                        "event=suspicious kind=reused-ticket address=203.0.113.7 user=alice correlation=c-1",
                        "event=suspicious kind=foreign-origin address=2001:db8:0:0:0:0:0:7 correlation=\"c 2\"");
    }

    @Test
    void letsAnAddressNeitherFillTheLogNorHideAnother() {
        note(1_000, ONE);
        assertThat(lines()).hasSize(Suspicions.LINES_AT_ONCE);
        note(1, OTHER);
        assertThat(lines().getLast()).endsWith(" left-out=990");
        clock.advance(Duration.ofSeconds(10));
        note(2, ONE);
        assertThat(lines()).hasSize(Suspicions.LINES_AT_ONCE + 2);
        assertThat(meters.counter("ringside.gateway.suspicious", "kind", "bad-token")
                        .count())
                .isEqualTo(1_003);
    }

    @Test
    void letsAllAddressesTogetherNotFillTheLogEither() {
        for (int i = 0; i < 1_000; i++) {
            note(1, InetAddress.ofLiteral("198.51." + i / 250 + '.' + i % 250));
        }
        assertThat(lines()).hasSize(Suspicions.ALL_LINES_AT_ONCE);
    }

    @Test
    void takesWhatIsMalformedForADefectUntilItIsMuch() {
        for (int i = 0; i < Suspicions.MALFORMED_AT_ONCE; i++) {
            suspicions.malformed(ONE, "bob", "c");
        }
        assertThat(lines()).isEmpty();
        suspicions.malformed(ONE, "bob", "c");
        suspicions.malformed(OTHER, "bob", "c");
        assertThat(lines())
                .containsExactly("event=suspicious kind=malformed-flood address=203.0.113.7 user=bob correlation=c");
    }

    @Test
    void countsEachKindFromTheStart() {
        for (Suspicion kind : Suspicion.values()) {
            assertThat(meters.find("ringside.gateway.suspicious")
                            .tag("kind", kind.word())
                            .counter())
                    .isNotNull();
        }
    }

    private void note(int times, InetAddress address) {
        for (int i = 0; i < times; i++) {
            suspicions.note(Suspicion.BAD_TOKEN, address, null, "c");
        }
    }

    private List<String> lines() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
