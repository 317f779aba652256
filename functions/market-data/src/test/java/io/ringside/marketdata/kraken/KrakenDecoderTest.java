package io.ringside.marketdata.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.marketdata.book.BookLevel;
import io.ringside.marketdata.kraken.KrakenMessage.BookSnapshot;
import io.ringside.marketdata.kraken.KrakenMessage.BookUpdate;
import io.ringside.marketdata.kraken.KrakenMessage.Heartbeat;
import io.ringside.marketdata.kraken.KrakenMessage.Other;
import io.ringside.marketdata.kraken.KrakenMessage.SubscriptionStatus;
import io.ringside.marketdata.kraken.KrakenMessage.SystemStatus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenDecoderTest {
    private static final BookLevel ASK = new BookLevel("0.042990", "5.0", 1_618_678_145_920_470L);
    private static final BookLevel BID = new BookLevel("0.042980", "0.0", 1_618_678_145_920_708L);

    @Test
    void readsAnUpdateOfTwoObjects() throws IOException {
        assertThat(KrakenDecoder.decode("""
                [1920,{"a":[["0.042990","5.0","1618678145.920470","r"]]},\
                {"b":[["0.042980","0.0","1618678145.920708"]],"c":"4105471083"},"book-1000","SC/EUR"]"""))
                .isEqualTo(new BookUpdate(1920, "SC/EUR", List.of(ASK), List.of(BID), 4_105_471_083L));
    }

    @Test
    void readsASnapshot() throws IOException {
        String frame = """
                [1920,{"as":[["0.042990","5.0","1618678145.920470"]],\
                "bs":[["0.042980","0.0","1618678145.920708"]]},"book-1000","SC/EUR"]""";
        assertThat(KrakenDecoder.decode(frame)).isEqualTo(new BookSnapshot(1920, "SC/EUR", List.of(ASK), List.of(BID)));
    }

    @Test
    void readsEvents() throws IOException {
        assertThat(KrakenDecoder.decode("{\"event\":\"heartbeat\"}")).isEqualTo(new Heartbeat());
        String system = """
                {"connectionID":17843232920108168701,"event":"systemStatus","status":"online","version":"1.8.3"}""";
        String refused = """
                {"errorMessage":"no","event":"subscriptionStatus","pair":"A/B","status":"error",\
                "subscription":{"depth":1000,"name":"book"}}""";
        assertThat(KrakenDecoder.decode(system)).isEqualTo(new SystemStatus("online"));
        assertThat(KrakenDecoder.decode(refused)).isEqualTo(new SubscriptionStatus("A/B", "error", "no"));
        assertThat(KrakenDecoder.decode("{\"event\":\"pong\",\"reqid\":[1,{}]}"))
                .isEqualTo(new Other("pong"));
        assertThat(KrakenDecoder.decode("[7,{},\"ohlc-5\",\"A/B\"]")).isEqualTo(new Other("ohlc-5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "{",
                "[\"x\"]",
                "[1,{\"a\":[[1,2,3]]},\"book-10\",\"A/B\"]",
                "[1,{\"a\":[[\"1.0\",\"-2\",\"3.0\"]]},\"book-10\",\"A/B\"]",
                "[1,{\"a\":[[\"1.0\",\"2\",\"soon\"]]},\"book-10\",\"A/B\"]",
                "[1,{\"a\":[],\"c\":\"xyz\"},\"book-10\",\"A/B\"]",
                "[1,{\"a\":[[\"1.0\",\"2\",\"3.0\""
            })
    void refusesWhatIsNoMessageOfThisFeed(String text) {
        assertThatThrownBy(() -> KrakenDecoder.decode(text)).isInstanceOf(IOException.class);
    }
}
