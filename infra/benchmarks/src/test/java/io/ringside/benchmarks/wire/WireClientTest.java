package io.ringside.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a client does when a server does not take it at once. */
class WireClientTest {
    private static final String SWITCHING = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
    private static final int SECONDS_MAX = 60;

    @Test
    void aServerThatIsBusyIsAskedAgainAndOneThatRefusesIsNot() throws Exception {
        assertThat(open("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", SWITCHING, 0))
                .satisfies(came -> assertThat(came.arrivals())
                        .singleElement()
                        .satisfies(arrival -> assertThat(arrival.attempts()).isEqualTo(2)));
        assertThat(open("HTTP/1.1 403 Forbidden\r\n\r\n", SWITCHING, 0).failure())
                .contains("attempt 1: handshake answered 403");
    }

    @Test
    void itIsThereWhenItHeardWhatItMissedEvenInPieces() throws Exception {
        WireCrowd.Attendance came = open(SWITCHING + "\u0081\u0002hi\u0081\u0005wor", "ld", 2);
        assertThat(came.arrivals()).singleElement().satisfies(arrival -> assertThat(arrival.caughtUp())
                .isGreaterThanOrEqualTo(arrival.established()));
    }

    @Test
    void whatItMissedMayComeBeforeItsWelcome() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        Dialect late = new Dialect() {
            @Override
            public String path() {
                return "/";
            }

            @Override
            public void opened(Talk talk) {
                // the server speaks first
            }

            @Override
            public void text(ByteBuf bytes, int from, int length, Talk talk) {
                if (Text.of(bytes, from, length).equals("in")) {
                    talk.welcomed();
                } else {
                    heard.incrementAndGet();
                    talk.message(bytes, from, length);
                }
            }
        };
        WireCrowd.Attendance came = open(late, SWITCHING + "\u0081\u0001a\u0081\u0001b", "\u0081\u0002in", 2);
        assertThat(came.arrivals()).hasSize(1);
        assertThat(heard).hasValue(2);
    }

    @Test
    void aConnectionThatEndsOnceItWasThereIsToldAndComesAgainWhenItIsAsked() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Hearing hearing = new Hearing() {
            @Override
            public void heard(ByteBuf bytes, int from, int length) {
                // nothing is published
            }

            @Override
            public void ended() {
                ended.countDown();
            }
        };
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ExecutorService thread = Executors.newSingleThreadExecutor();
                WireCrowd crowd = new WireCrowd(new InetSocketAddress("127.0.0.1", server.getLocalPort()))) {
            WireClient client = crowd.client(new BareDialect("/"), hearing);
            Future<Socket> first = thread.submit(() -> serve(server, SWITCHING, ""));
            assertThat(crowd.open(List.of(client), 1_000, 0, SECONDS_MAX).arrivals())
                    .hasSize(1);
            first.get(SECONDS_MAX, TimeUnit.SECONDS).close();
            assertThat(ended.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            Future<Socket> second = thread.submit(() -> serve(server, SWITCHING, ""));
            assertThat(client.openWithin(10).get(SECONDS_MAX, TimeUnit.SECONDS).attempts())
                    .isOne();
            second.get(SECONDS_MAX, TimeUnit.SECONDS).close();
        }
    }

    private static WireCrowd.Attendance open(String first, String second, int missed) throws Exception {
        return open(new BareDialect("/"), first, second, missed);
    }

    /** What a client makes of a server that answers these: on two connections, or on one if the first was upgraded. */
    private static WireCrowd.Attendance open(Dialect dialect, String first, String second, int missed)
            throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ExecutorService thread = Executors.newSingleThreadExecutor();
                WireCrowd crowd = new WireCrowd(new InetSocketAddress("127.0.0.1", server.getLocalPort()))) {
            Future<Socket> last = thread.submit(() -> serve(server, first, second));
            WireClient client = crowd.client(dialect, (bytes, from, length) -> {});
            WireCrowd.Attendance attendance = crowd.open(List.of(client), 1_000, missed, SECONDS_MAX);
            server.close();
            if (attendance.absent() == 0) {
                last.get(SECONDS_MAX, TimeUnit.SECONDS).close();
            }
            return attendance;
        }
    }

    private static Socket serve(ServerSocket server, String first, String second) throws IOException {
        Socket socket = server.accept();
        answer(socket, first);
        if (!first.startsWith(SWITCHING)) {
            socket.close();
            socket = server.accept();
        }
        if (second.startsWith(SWITCHING)) {
            answer(socket, second);
        } else {
            send(socket, second);
        }
        return socket;
    }

    private static void answer(Socket socket, String text) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            assertThat(line).isNotBlank();
        }
        send(socket, text);
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
