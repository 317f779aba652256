package io.ringside.gateway.conformance.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.Told;

/** Where a client stands in a replayable channel. */
record Stand(String channel, String epoch, long sequence) {
    /** As an answer about the channel says. */
    static Stand of(String channel, JsonNode answer) {
        JsonNode position = answer.get("position");
        return new Stand(
                channel,
                position.get("epoch").getStringValue(),
                position.get("sequence").getLongValue());
    }

    /** Of a client that connects and was never here. */
    static Stand first(Scene scene, ClientSocket client, String channel) {
        return of(channel, scene.channelsOf(client, "{}", channel).get(channel));
    }

    /** After a push. */
    Stand after(JsonNode push) {
        return new Stand(channel, epoch, push.get("sequence").getLongValue());
    }

    Stand plus(long more) {
        return new Stand(channel, epoch, sequence + more);
    }

    /** The position as JSON. */
    String position() {
        return Requests.quoted("{'epoch':'%s','sequence':%d}".formatted(epoch, sequence));
    }

    /** Positions with this one only. */
    String positions() {
        return "{\"" + channel + "\":" + position() + '}';
    }

    /** That pushes of these numbers follow, each naming the one before; where it stands then. */
    Stand follow(ClientSocket client, int first, int last) {
        Stand stand = this;
        for (int number = first; number <= last; number++) {
            JsonNode push = client.push(channel);
            assertThat(push.get("previous").getLongValue()).isEqualTo(stand.sequence);
            assertThat(Told.numberOf(push)).isEqualTo(number);
            stand = stand.after(push);
        }
        return stand;
    }

    /** That pushes of these numbers follow a gap, where the first one follows nothing that is left. */
    Stand followGap(ClientSocket client, JsonNode answer, int first, int last) {
        JsonNode push = client.push(channel);
        assertThat(push.get("sequence").getLongValue())
                .isEqualTo(answer.get("firstAvailable").getLongValue());
        assertThat(Told.numberOf(push)).isEqualTo(first);
        return after(push).follow(client, first + 1, last);
    }
}
