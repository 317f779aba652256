package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import io.ringside.gateway.nats.NatsParts;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Floor;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tells one stream from another of the same name. */
class StreamEpochTest {
    private final NatsServer server = Floor.shared().freshNats();
    private final Connection nats = Floor.connect(server);
    private final NoticeStreams streams = new JetStreamNoticeStreams(
            nats, NatsParts.directGet(nats), NatsParts.roundTrips(nats), NatsParts.signs(nats));

    @AfterEach
    void stop() throws InterruptedException {
        nats.close();
        server.close();
    }

    @Test
    void anOperatorsMarkMakesItAnotherOneAndALimitDoesNot() throws Exception {
        String before = epoch();
        change(configuration().maxMessagesPerSubject(50).build());
        assertThat(epoch()).isEqualTo(before);
        assertThat(streams.identity(Personal.INBOX).retainedMax()).isEqualTo(50);
        change(configuration().metadata(Map.of("ringside-epoch", "restored-1")).build());
        assertThat(epoch()).isEqualTo(before + "/restored-1");
    }

    @Test
    void aMarkThatNoClientCouldSendBackIsRefused() throws Exception {
        change(configuration().metadata(Map.of("ringside-epoch", "ünlike")).build());
        assertThatThrownBy(this::epoch).isInstanceOf(IOException.class).hasMessageContaining("ringside-epoch");
    }

    private String epoch() throws IOException, InterruptedException {
        return streams.identity(Personal.INBOX).epoch();
    }

    private StreamConfiguration.Builder configuration() throws Exception {
        return StreamConfiguration.builder(
                nats.jetStreamManagement().getStreamInfo("INBOX").getConfiguration());
    }

    private void change(StreamConfiguration wanted) throws Exception {
        JetStreamManagement management = nats.jetStreamManagement();
        management.updateStream(wanted);
    }
}
