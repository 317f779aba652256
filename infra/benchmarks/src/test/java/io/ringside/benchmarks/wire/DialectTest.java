package io.ringside.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DialectTest {
    private static final String OPEN =
            "0{\"sid\":\"lv_VI97HAXpY6yYWAAAC\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";

    @Test
    void socketIoConnectsAfterTheServersFirstPacketAndAnswersItsPings() {
        Spoken spoken = new Spoken(new SocketIoDialect("\"user\":\"u\",\"market\":true"));
        assertThat(spoken.after(OPEN, "40{\"sid\":\"a\"}", "2", "42[\"m\",{\"a\":1}]"))
                .containsExactly(
                        "send 40{\"user\":\"u\",\"market\":true}", "welcomed", "send 3", "message 42[\"m\",{\"a\":1}]");
    }

    @Test
    void socketIoComesBackAsTheSessionThatItWas() {
        Spoken spoken = new Spoken(new SocketIoDialect("\"user\":\"u\""));
        spoken.after(OPEN, "40{\"sid\":\"a\",\"pid\":\"private\"}", "42[\"m\",{\"a\":\"x\"},\"first\"]");
        assertThat(spoken.after(OPEN))
                .containsExactly("send 40{\"user\":\"u\",\"pid\":\"private\",\"offset\":\"first\"}");
        spoken.after(OPEN, "40{\"sid\":\"b\",\"pid\":\"other\"}", "42[\"m\",{\"a\":\"x\"},\"second\"]", "2");
        assertThat(spoken.after(OPEN))
                .containsExactly("send 40{\"user\":\"u\",\"pid\":\"other\",\"offset\":\"second\"}");
    }

    @Test
    void socketIoWithoutRecoveryHasNothingToComeBackTo() {
        Spoken spoken = new Spoken(new SocketIoDialect("\"user\":\"u\""));
        spoken.after(OPEN, "40{\"sid\":\"a\"}", "42[\"m\",{\"a\":\"x\"}]");
        assertThat(spoken.after(OPEN)).containsExactly("send 40{\"user\":\"u\"}");
    }

    @Test
    void socketIoThatRefusesIsNotAskedAgain() {
        assertThat(new Spoken(new SocketIoDialect("")).after("44{\"message\":\"no\"}"))
                .containsExactly("never 44{\"message\":\"no\"}");
    }

    @Test
    void ringsideConnectsFirstAndHearsPushes() {
        RingsideDialect dialect = new RingsideDialect("http://127.0.0.1:1", List.of("inbox", "quotes.*"));
        dialect.ticket("t1");
        String push = "{\"push\":{\"channel\":\"quotes.*\",\"type\":\"quote\",\"data\":{\"sequence\":7}}}";
        String connected =
                "{\"id\":1,\"result\":{\"connected\":{\"session\":\"s\",\"channels\":{\"inbox\":{\"mode\":\"live\","
                        + "\"position\":{\"epoch\":\"e1\",\"sequence\":41}},\"quotes.*\":{\"mode\":\"live\"}}}}}";
        assertThat(new Spoken(dialect).after(connected, push, "{\"heartbeat\":{\"serverTime\":\"now\"}}"))
                .containsExactly(
                        "send {\"id\":1,\"connect\":{\"ticket\":\"t1\",\"client\":\"ringside-load/1\","
                                + "\"channels\":[\"inbox\",\"quotes.*\"],\"positions\":{}}}",
                        "welcomed",
                        "message " + push);
        assertThat(dialect.path()).isEqualTo("/ws");
        assertThat(dialect.headers())
                .isEqualTo("Origin: http://127.0.0.1:1\r\nSec-WebSocket-Protocol: ringside.v1\r\n");
    }

    @Test
    void ringsideComesBackWhereItStoodInItsInbox() {
        RingsideDialect dialect = new RingsideDialect("o", List.of("inbox"));
        Spoken spoken = new Spoken(dialect);
        String back = "{\"id\":1,\"result\":{\"connected\":{\"channels\":{\"inbox\":{\"mode\":\"replay\",\"position\":"
                + "{\"epoch\":\"e1\",\"sequence\":99},\"count\":2}}}}}";
        String quote = "{\"push\":{\"channel\":\"quotes.*\",\"type\":\"quote\",\"data\":{\"sequence\":7}}}";
        spoken.after(back.replace("99", "41"), quote);
        assertThat(spoken.after(back, inbox(98)))
                .first()
                .asString()
                .contains("\"inbox\":{\"epoch\":\"e1\",\"sequence\":41}");
        // It has heard up to 98 of 99 when it is dropped again.
        assertThat(spoken.after()).first().asString().contains("\"inbox\":{\"epoch\":\"e1\",\"sequence\":98}");
    }

    @Test
    void ringsideThatIsBusyIsAskedLaterAndOneThatRefusesIsNot() {
        Spoken spoken = new Spoken(new RingsideDialect("o", List.of("inbox")));
        String busy = "{\"id\":1,\"error\":{\"code\":\"UNAVAILABLE\",\"message\":\"m\",\"temporary\":true}}";
        String no = "{\"id\":1,\"error\":{\"code\":\"FORBIDDEN\",\"message\":\"m\",\"temporary\":false}}";
        String stopping = "{\"disconnect\":{\"code\":1012,\"reason\":\"r\",\"reconnect\":true}}";
        assertThat(spoken.after(busy, no, stopping)).endsWith("later " + busy, "never " + no, "later " + stopping);
    }

    @Test
    void whatIsBareIsAMessage() {
        assertThat(new Spoken(new BareDialect("/market")).after("x")).containsExactly("welcomed", "message x");
    }

    private static String inbox(int sequence) {
        return "{\"push\":{\"channel\":\"inbox\",\"type\":\"t\",\"sequence\":" + sequence
                + ",\"previous\":41,\"data\":{\"sequence\":5}}}";
    }
}
