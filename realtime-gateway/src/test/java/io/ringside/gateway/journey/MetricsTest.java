package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import io.ringside.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is measured, against what METRICS.md says that it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `(ringside_gateway_\\w+)` \\| (gauge|counter|histogram)[^|]*\\| ([^|]*)\\|.*");
    private static final Pattern TYPE = Pattern.compile("# TYPE (ringside_gateway_\\w+) (\\w+)");
    private static final Pattern LABEL = Pattern.compile("[{,](\\w+)=\"");

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void tellsExactlyWhatIsDocumentedAfterAShortJourney() throws IOException {
        try (ClientSocket socket = gateway.connect("alice", "[\"inbox\",\"quotes.*\"]", "{}")) {
            socket.ask(OrderText.submitted(OrderText.order("m-1")));
            Set<String> documented = rows().stream()
                    .map(row -> row.group(1) + ' ' + row.group(2))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> told = prometheus()
                    .lines()
                    .map(TYPE::matcher)
                    .filter(Matcher::matches)
                    .filter(type -> !type.group(1).endsWith("_max"))
                    .map(type -> type.group(1) + ' ' + type.group(2))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(told).isEqualTo(documented);
        }
    }

    @Test
    void givesEachMetricTheLabelsThatAreDocumented() throws IOException {
        String metrics = prometheus();
        for (Matcher row : rows()) {
            Set<String> documented = Pattern.compile("(?:^|, )`(\\w+)`")
                    .matcher(row.group(3).replaceAll("\\([^)]*\\)", "").strip())
                    .results()
                    .map(label -> label.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            String base = row.group(2).equals("histogram") ? row.group(1) + "_count" : row.group(1);
            List<String> series = metrics.lines()
                    .filter(line -> line.startsWith(base + '{') || line.startsWith(base + ' '))
                    .toList();
            assertThat(series).as(base).isNotEmpty().allSatisfy(line -> assertThat(labels(line))
                    .as(line)
                    .isEqualTo(documented));
        }
    }

    @Test
    void countsWhatAReturningClientAndOneThatIsRefusedDo() {
        double before = value("connects_total{kind=\"again\",outcome=\"in\"}");
        double used = value("tickets_refused_total{reason=\"used\"}");
        String ticket = gateway.ticket(gateway.token("bob"));
        try (ClientSocket socket = gateway.socket();
                ClientSocket thief = gateway.socket()) {
            socket.connect(ticket, "[\"inbox\"]", "{\"inbox\":{\"epoch\":\"none\",\"sequence\":7}}");
            thief.send("\"connect\":{\"ticket\":\"%s\",\"client\":\"x/1\",\"channels\":[],\"positions\":{}}"
                    .formatted(ticket));
            assertThat(thief.closeCode()).isEqualTo(4401);
            assertThat(value("connects_total{kind=\"again\",outcome=\"in\"}")).isEqualTo(before + 1);
            assertThat(value("connects_total{kind=\"first\",outcome=\"ticket\"}"))
                    .isEqualTo(1);
            assertThat(value("tickets_refused_total{reason=\"used\"}")).isEqualTo(used + 1);
            assertThat(value("replays_total{source=\"gap\"}")).isEqualTo(1);
            assertThat(value("subscriptions_total{mode=\"gap-epoch\"}")).isEqualTo(1);
            assertThat(value("resume_seconds_count")).isEqualTo(1);
            assertThat(value("closed_total{code=\"4401\",reason=\"expired\"}")).isEqualTo(1);
            assertThat(value("connections{client=\"test/1\"}")).isPositive();
        }
        Eventually.holds("it is gone", () -> value("connections{client=\"test/1\"}") == 0);
    }

    @Test
    void countsSessionsByWhatCarriesThem() {
        for (TransportKind kind : TransportKind.values()) {
            String series = "sessions{transport=\"" + kind.word() + "\"}";
            try (ClientSocket session = ClientSocket.over(kind.open(gateway.port(), Opening.PLAIN))) {
                session.connect(gateway.ticket(gateway.token("bob")), "[]", "{}");
                assertThat(value(series)).isPositive();
            }
            Eventually.holds("it is gone", () -> value(series) == 0);
        }
    }

    @Test
    void countsWhyAHandshakeIsRefused() throws IOException {
        RawSocket.handshakeWith(gateway.port(), "Origin: https://evil.example\r\n");
        assertThat(value("handshakes_refused_total{reason=\"origin\"}")).isEqualTo(1);
    }

    @Test
    void countsWhoIsToldToComeBackElsewhere() throws IOException {
        try (GatewayUnderTest leaving = GatewayUnderTest.startOn(gateway.database(), Map.of());
                ClientSocket one = leaving.connect("alice", "[]", "{}");
                ClientSocket two = leaving.connect("bob", "[]", "{}")) {
            leaving.drain();
            assertThat(one.closeCode()).isEqualTo(1012);
            assertThat(two.closeCode()).isEqualTo(1012);
            assertThat(RawSocket.handshakeWith(leaving.port(), "")).startsWith("HTTP/1.1 503");
            assertThat(value(leaving, "drain_told_total")).isEqualTo(2);
            assertThat(value(leaving, "closed_total{code=\"1012\",reason=\"server restarts\"}"))
                    .isEqualTo(2);
            assertThat(value(leaving, "handshakes_refused_total{reason=\"draining\"}"))
                    .isEqualTo(1);
            Eventually.holds("nobody is left", () -> value(leaving, "drain_remaining") == 0);
        }
    }

    private double value(String series) {
        return value(gateway, series);
    }

    private static double value(GatewayUnderTest each, String series) {
        return prometheus(each)
                .lines()
                .filter(line -> line.startsWith("ringside_gateway_" + series + ' '))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String prometheus() {
        return prometheus(gateway);
    }

    private static String prometheus(GatewayUnderTest each) {
        return each.call("GET", "/prometheus", null, null).body();
    }

    private static Set<String> labels(String line) {
        return LABEL.matcher(line.substring(0, line.lastIndexOf(' ')))
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Matcher> rows() throws IOException {
        return Files.readAllLines(Path.of("METRICS.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
    }
}
