package io.ringside.marketdata.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.ringside.marketdata.Recording;
import io.ringside.testkit.HandMovedClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conversation, message by message, without a network. */
class ReplayStageTest {
    private static final String PAIR = "ADA/XBT";

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ReplaySession session = new ReplaySession(channel);
    private Capture capture;
    private ReplayStage stage;

    @BeforeEach
    void enter() throws IOException {
        capture = Capture.read(Recording.kraken());
        stage = new ReplayStage(capture, HandMovedClock.at("2026-11-21T10:00:00Z"));
        stage.enter(session);
    }

    @Test
    void greetsWithItsState() {
        assertThat(sent()).singleElement().asString().contains("systemStatus", "online");
    }

    @Test
    void acknowledgesEachPairAndSendsTheSnapshotWhenTheRecordingHasIt() {
        request("subscribe", "");
        assertThat(sent().getLast()).contains("\"status\":\"subscribed\"", PAIR, "1360");
        play(100);
        assertThat(sent()).anyMatch(text -> text.contains("\"as\":"));
        request("unsubscribe", "");
        assertThat(sent().getLast()).contains("\"status\":\"unsubscribed\"");
        play(2_000);
        assertThat(sent()).noneMatch(text -> text.contains(PAIR));
        request("subscribe", "");
        assertThat(sent().getLast()).startsWith("[1360,{\"as\":[[\"").endsWith(",\"book-1000\",\"ADA/XBT\"]");
    }

    @Test
    void refusesAPairThatWasNotRecorded() {
        stage.request(session, "{\"event\":\"subscribe\",\"pair\":[\"X\\\"/Y\"]}");
        assertThat(sent().getLast()).contains("\"status\":\"error\"", "Currency pair not supported", "X?/Y");
    }

    @Test
    void refusesWhatIsNoRequest() {
        for (String text : List.of("", "[]", "{}", "{\"event\":\"dance\",\"pair\":[\"ADA/XBT\"]}")) {
            stage.request(session, text);
            assertThat(sent().getLast()).contains("Malformed request");
        }
        request("fault", ",\"fault\":\"explode\"");
        assertThat(sent().getLast()).contains("Malformed request");
    }

    @Test
    void corruptsTheNextTellingUpdateOnRequest() {
        request("subscribe", "");
        play(1_000);
        List<String> honest = new ArrayList<>();
        sent();
        request("fault", ",\"fault\":\"corrupt\"");
        for (int i = 1_000; i < 2_000; i++) {
            CapturedFrame frame = capture.frames().get(i);
            stage.play(frame);
            honest.add(frame.shifted(0).replaceAll("\"[0-9]{10}\\.[0-9]{6}\"", ""));
        }
        stage.flush();
        List<String> lies = sent().stream()
                .map(text -> text.replaceAll("\"[0-9]{10}\\.[0-9]{6}\"", ""))
                .filter(text -> !honest.contains(text))
                .toList();
        assertThat(lies).hasSize(1);
    }

    private void request(String event, String more) {
        stage.request(session, "{\"event\":\"" + event + "\",\"pair\":[\"" + PAIR + "\"]" + more + "}");
    }

    private void play(int frames) {
        capture.frames().subList(0, frames).forEach(stage::play);
        stage.flush();
    }

    private List<String> sent() {
        List<String> texts = new ArrayList<>();
        for (TextWebSocketFrame frame = channel.readOutbound(); frame != null; frame = channel.readOutbound()) {
            texts.add(frame.text());
            frame.release();
        }
        return texts;
    }
}
