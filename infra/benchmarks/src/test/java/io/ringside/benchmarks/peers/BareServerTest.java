package io.ringside.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.ringside.benchmarks.wire.BareDialect;
import io.ringside.benchmarks.wire.Text;
import io.ringside.benchmarks.wire.WireClient;
import io.ringside.benchmarks.wire.WireCrowd;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The load's clients at the server that is the floor under all others. */
class BareServerTest {
    private static final int SECONDS_MAX = 60;

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Channel server;
    private final WireCrowd crowd;

    BareServerTest() throws InterruptedException {
        server = BareServer.listen(loops, 0);
        crowd = new WireCrowd((InetSocketAddress) server.localAddress());
    }

    @AfterEach
    void end() {
        crowd.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void everybodyInTheMarketHearsEverythingInOrderAndNobodyElseDoes() throws InterruptedException {
        open(client(BareServer.MARKET, "one"), client(BareServer.MARKET, "two"), client(BareServer.QUIET, "quiet"));
        WireClient publisher = client(BareServer.PUBLISH, "publisher");
        open(publisher);
        String large = "x".repeat(40_000);
        publisher.send("small");
        publisher.send(large);
        assertThat(hear(4)).containsExactlyInAnyOrder("one small", "two small", "one " + large, "two " + large);
        assertThat(heard).isEmpty();
    }

    @Test
    void whoeverWentHearsNoMore() throws InterruptedException {
        WireClient gone = client(BareServer.MARKET, "gone");
        open(gone, client(BareServer.MARKET, "there"));
        crowd.drop(List.of(gone));
        WireClient publisher = client(BareServer.PUBLISH, "publisher");
        open(publisher);
        publisher.send("a");
        publisher.send("b");
        assertThat(hear(2)).containsExactly("there a", "there b");
    }

    @Test
    void aServerThatIsGoneIsSaidToBe() throws InterruptedException {
        server.close().sync();
        WireClient client = client(BareServer.MARKET, "late");
        WireCrowd.Attendance attendance = crowd.open(List.of(client), 1_000, 0, 1);
        assertThat(attendance.arrivals()).isEmpty();
        assertThat(attendance.absent()).isOne();
        assertThat(attendance.failure()).isEqualTo("not there in time");
    }

    private WireClient client(String path, String name) {
        return crowd.client(
                new BareDialect(path), (bytes, from, length) -> heard.add(name + ' ' + Text.of(bytes, from, length)));
    }

    private void open(WireClient... clients) {
        WireCrowd.Attendance attendance = crowd.open(List.of(clients), 1_000, 0, SECONDS_MAX);
        assertThat(attendance.arrivals()).hasSize(clients.length).allMatch(arrival -> arrival.attempts() == 1);
    }

    private List<String> hear(int count) {
        return IntStream.range(0, count).mapToObj(at -> next()).toList();
    }

    private String next() {
        try {
            String next = heard.poll(SECONDS_MAX, TimeUnit.SECONDS);
            assertThat(next).as("another message").isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
