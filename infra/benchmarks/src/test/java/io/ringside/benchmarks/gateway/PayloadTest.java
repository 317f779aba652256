package io.ringside.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadTest {
    @Test
    void itIsAQuoteOfExactlySoManyBytes() throws Wire.UndecodableException {
        for (int bytes : new int[] {Payload.USUAL_BYTES, 1_000}) {
            byte[] first = new Payload(bytes).text(0).getBytes(StandardCharsets.UTF_8);
            byte[] late = new Payload(bytes).text(123_456_789).getBytes(StandardCharsets.UTF_8);
            assertThat(first).hasSize(bytes);
            assertThat(late).hasSize(bytes);
            assertThat(Wire.decode(late, Quote.class).sequence())
                    .isGreaterThan(Wire.decode(first, Quote.class).sequence());
            assertThat(Wire.decode(late, Quote.class).instrument()).isEqualTo(Payload.instrument(123_456_789));
        }
        assertThatThrownBy(() -> new Payload(100).text(0)).hasMessageContaining("takes more than 100 bytes");
    }

    @Test
    void itsNumberIsFoundInWhateverEnvelope() {
        String text = new Payload(Payload.USUAL_BYTES).text(4_711);
        assertThat(number(text)).isEqualTo(4_711);
        assertThat(number("{\"push\":{\"channel\":\"inbox\",\"sequence\":12,\"previous\":11,\"data\":" + text + "}}"))
                .isEqualTo(4_711);
        assertThat(number("42[\"m\"," + text + ",\"offset\"]")).isEqualTo(4_711);
        assertThat(number("{\"heartbeat\":{}}")).isEqualTo(-1);
    }

    private static int number(String text) {
        ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
        return Payload.number(bytes, 0, bytes.readableBytes());
    }
}
