package io.ringside.local.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.ProvisionException;
import io.ringside.provision.servers.FreePort;
import io.ringside.testkit.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BalancerTest {
    /** Servers of these tests that speak no HTTP are not to be asked how they are. */
    private static final Duration NEVER = Duration.ofDays(1);

    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final int DEADLINE_MS = 60_000;
    private static final int MUCH_BYTES = 64 << 20;
    /** What the kernel's own buffers on both ways may hold, generously. */
    private static final int KERNEL_BYTES_MAX = 32 << 20;

    private final int port = FreePort.find();

    @Test
    void newConnectionsGoRound() throws IOException {
        try (SmallGateway one = new SmallGateway("one");
                SmallGateway two = new SmallGateway("two");
                Balancer balancer = Balancer.open(port, List.of(one.port(), two.port()))) {
            assertThat(names(6)).containsExactly("one", "two", "one", "two", "one", "two");
        }
    }

    @Test
    void aGatewayThatIsGoneCostsNobodyAConnection() throws IOException {
        try (SmallGateway two = new SmallGateway("two");
                Balancer balancer = Balancer.open(port, List.of(FreePort.find(), two.port()), NEVER)) {
            assertThat(names(4)).containsOnly("two");
        }
    }

    @Test
    void aGatewayThatIsNotReadyGetsNothingUntilItIsAgain() throws IOException {
        try (SmallGateway one = new SmallGateway("one");
                SmallGateway two = new SmallGateway("two");
                Balancer balancer = Balancer.open(port, List.of(one.port(), two.port()), AT_ONCE)) {
            one.ready(false);
            Eventually.holds("the first gets nothing", () -> Set.of("two").equals(new HashSet<>(names(4))));

            one.ready(true);
            Eventually.holds("the first gets its share", () -> names(4).contains("one"));
        }
    }

    @Test
    void whenNobodyIsReadyGatewaysSayThemselvesWhatTheyCannotDo() throws IOException {
        try (SmallGateway one = new SmallGateway("one");
                SmallGateway two = new SmallGateway("two");
                Balancer balancer = Balancer.open(port, List.of(one.port(), two.port()), AT_ONCE)) {
            two.ready(false);
            Eventually.holds("the second gets nothing", () -> Set.of("one").equals(new HashSet<>(names(4))));
            one.ready(false);
            Eventually.holds("both are asked", () -> names(4).containsAll(List.of("one", "two")));
        }
    }

    @Test
    void withoutAnyGatewayAConnectionIsResetAtOnce() throws IOException {
        try (Balancer balancer = Balancer.open(port, List.of(FreePort.find()), NEVER);
                Socket client = client()) {
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void whoeverHasSaidAllStillHearsTheAnswer() throws IOException {
        try (ServerSocket server = server();
                Balancer balancer = Balancer.open(port, List.of(server.getLocalPort()), NEVER);
                Socket client = client();
                Socket gateway = accept(server)) {
            client.getOutputStream().write("question".getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            assertThat(gateway.getInputStream().readAllBytes()).asString().isEqualTo("question");
            gateway.getOutputStream().write("answer".getBytes(StandardCharsets.US_ASCII));
            gateway.close();
            assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("answer");
        }
    }

    @Test
    void aBrokenConnectionIsBrokenOnTheOtherSideToo() throws IOException {
        try (ServerSocket server = server();
                Balancer balancer = Balancer.open(port, List.of(server.getLocalPort()), NEVER)) {
            try (Socket client = client();
                    Socket gateway = accept(server)) {
                breakOff(gateway);
                assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
            }
            try (Socket client = client();
                    Socket gateway = accept(server)) {
                breakOff(client);
                assertThatThrownBy(() -> gateway.getInputStream().read()).isInstanceOf(SocketException.class);
            }
        }
    }

    @Test
    void aSlowReaderSlowsTheWriterDownAndMissesNothing() throws IOException {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Balancer balancer = Balancer.open(port, List.of(server.socket().getLocalPort()), NEVER);
                Socket client = client();
                SocketChannel gateway = server.accept()) {
            int written = writeUntilItStands(gateway);
            assertThat(written).isLessThan(KERNEL_BYTES_MAX);
            gateway.close();

            byte[] read = client.getInputStream().readAllBytes();
            assertThat(read).hasSize(written);
            assertThat(IntStream.range(0, written).filter(i -> read[i] != (byte) (i % 251)))
                    .isEmpty();
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = server()) {
            assertThatThrownBy(() -> Balancer.open(taken.getLocalPort(), List.of(1), NEVER))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageContaining("cannot listen on port " + taken.getLocalPort());
        }
    }

    private static int writeUntilItStands(SocketChannel gateway) throws IOException {
        gateway.configureBlocking(false);
        int written = 0;
        try (Selector writable = Selector.open()) {
            gateway.register(writable, SelectionKey.OP_WRITE);
            // nobody takes anything for a second: it stands
            while (written < MUCH_BYTES && writable.select(1_000) > 0) {
                writable.selectedKeys().clear();
                written += gateway.write(numbered(written));
            }
        }
        return written;
    }

    private static ByteBuffer numbered(int from) {
        ByteBuffer piece = ByteBuffer.allocate(8_192);
        for (int i = 0; i < piece.capacity(); i++) {
            piece.put(i, (byte) ((from + i) % 251));
        }
        return piece;
    }

    private List<String> names(int count) {
        return Stream.generate(this::name).limit(count).toList();
    }

    /** Who answers a connection of its own. */
    private String name() {
        try (Socket client = client()) {
            client.getOutputStream().write("GET /name HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.substring(answer.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new AssertionError("a connection was lost", e);
        }
    }

    private Socket client() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(DEADLINE_MS);
        return client;
    }

    private static ServerSocket server() throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(DEADLINE_MS);
        return server;
    }

    private static Socket accept(ServerSocket server) throws IOException {
        Socket accepted = server.accept();
        accepted.setSoTimeout(DEADLINE_MS);
        return accepted;
    }

    private static void breakOff(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
