package io.ringside.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final SubmitOrder MARKET_ORDER = new SubmitOrder(
            "c-1", "ACC1", "alice", "ADA-XBT", Side.BUY, OrderType.MARKET, TimeInForce.IOC, "100", null, null);

    @Test
    void omitsAbsentFieldsAndKeepsNumbersAsText() {
        assertThat(new String(Wire.encode(MARKET_ORDER), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {"clientOrderId":"c-1","account":"ACC1","user":"alice","instrument":"ADA-XBT",\
                        "side":"BUY","orderType":"MARKET","timeInForce":"IOC","quantity":"100"}""");
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        assertThat(Wire.decode(Wire.encode(MARKET_ORDER), SubmitOrder.class)).isEqualTo(MARKET_ORDER);
    }

    @Test
    void refusesABodyWithoutARequiredField() {
        byte[] body = "{\"account\":\"ACC1\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Wire.decode(body, SubmitOrder.class))
                .isInstanceOf(Wire.UndecodableException.class)
                .hasMessageContaining("SubmitOrder");
    }

    @Test
    void refusesABodyOverTheLimit() {
        assertThatThrownBy(() -> Wire.decode(new byte[Wire.BODY_BYTES_MAX + 1], SubmitOrder.class))
                .isInstanceOf(Wire.UndecodableException.class)
                .hasMessageContaining("65536");
    }
}
