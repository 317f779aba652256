package io.ringside.reference;

import static io.ringside.reference.ReferenceFloor.NOON;
import static io.ringside.reference.ReferenceFloor.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.api.StreamConfiguration;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.testkit.MadeAgain;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class QuoteTableTest {
    @AutoClose
    private final ReferenceFloor floor;

    private final BlockingQueue<SeenQuote> seen = new LinkedBlockingQueue<>();

    QuoteTableTest() throws Exception {
        floor = new ReferenceFloor();
    }

    @Test
    void knowsTheLastQuoteThatWasStoredBeforeItStarted() {
        SeenQuote primed = floor.quotes.find("ADA-XBT").orElseThrow();
        assertThat(primed.quote().sequence()).isEqualTo(7);
        assertThat(primed.arrivedAt()).isEqualTo(NOON);
        assertThat(primed.book().knownAt()).isEqualTo(NOON.minusSeconds(3));
        assertThat(primed.instrument().id()).isEqualTo("ADA-XBT");
    }

    @Test
    void followsNewQuotesAndIgnoresOlderAndUnusableOnes() throws Exception {
        QuoteTable table = floor.quotes;
        table.follow(seen::add);
        floor.publish("{".getBytes(StandardCharsets.UTF_8));
        floor.publish(Wire.encode(quote("0.0000000001", 8, NOON)));
        floor.publish(Wire.encode(quote("0.000022800", 6, NOON)));
        floor.publish(Wire.encode(quote("0.000023000", 8, NOON)));
        floor.publish(Wire.encode(quote("0.000023000", 8, NOON.plusSeconds(1))));

        assertThat(next().quote().bid()).isEqualTo("0.000023000");
        assertThat(next().quote().at()).isEqualTo(NOON.plusSeconds(1));
        assertThat(table.book("ADA-XBT").orElseThrow().sequence()).isEqualTo(8);
        assertThat(table.book("DOGE")).isEmpty();
    }

    @Test
    void ignoresAQuoteOfAnInstrumentThatItDoesNotKnow() throws Exception {
        QuoteTable table = floor.quotes;
        table.follow(seen::add);
        Quote unknown = new Quote("DOGE", "1", "1", "2", "1", 1, false, NOON, NOON, "test");
        floor.connection.publish(Subjects.quote("DOGE"), Wire.encode(unknown));
        floor.publish(Wire.encode(quote("0.000023000", 8, NOON)));

        assertThat(next().quote().instrument()).isEqualTo("ADA-XBT");
        assertThat(table.find("DOGE")).isEmpty();
    }

    @Test
    void doesNotStartWithoutTheStreamOfQuotes() throws Exception {
        floor.connection.jetStreamManagement().deleteStream("QUOTES");
        assertThatThrownBy(() -> floor.quotes.prime()).rootCause().hasMessageContaining("stream not found");
    }

    @Test
    void waitsAMomentForAStreamThatIsBeingMadeAgain() throws Exception {
        StreamConfiguration quotes =
                floor.connection.jetStreamManagement().getStreamInfo("QUOTES").getConfiguration();
        floor.connection.jetStreamManagement().deleteStream("QUOTES");
        CompletableFuture<Void> primed =
                CompletableFuture.runAsync(() -> floor.quotes.prime(), Thread::startVirtualThread);
        assertThatThrownBy(() -> primed.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        MadeAgain.stream(floor.connection.jetStreamManagement(), quotes);
        primed.get(120, TimeUnit.SECONDS);
    }

    private SeenQuote next() throws InterruptedException {
        SeenQuote quote = seen.poll(60, TimeUnit.SECONDS);
        if (quote == null) {
            throw new AssertionError("no quote came");
        }
        return quote;
    }
}
