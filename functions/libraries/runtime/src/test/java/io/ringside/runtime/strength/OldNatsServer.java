package io.ringside.runtime.strength;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Greets, and answers what a start asks, as nats-server 2.9.10 does, which no package source has to be asked for: its
 * version in the greeting, an account without an API level, a monitoring page without a word on syncing.
 */
final class OldNatsServer implements AutoCloseable {
    private static final String ACCOUNT = """
        {"type":"io.nats.jetstream.api.v1.account_info_response","memory":0,"storage":0,"streams":0,"consumers":0,\
        "limits":{"max_memory":-1,"max_storage":-1,"max_streams":-1,"max_consumers":-1},\
        "api":{"total":1,"errors":0}}\
        """;
    private static final String MONITORING = """
        {"version":"2.9.10","jetstream":{"config":{"max_memory":1,"max_storage":1,"store_dir":"/data"}}}\
        """;

    private final ServerSocket listening;
    private final HttpServer monitoring;

    OldNatsServer() throws IOException {
        listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        monitoring = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        monitoring.createContext("/varz", exchange -> {
            byte[] body = MONITORING.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        monitoring.start();
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "nats://127.0.0.1:" + listening.getLocalPort();
    }

    String monitoringUrl() {
        return "http://127.0.0.1:" + monitoring.getAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        monitoring.stop(0);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            OutputStream out = socket.getOutputStream();
            say(out, """
                INFO {"server_id":"OLD","version":"2.9.10","proto":1,"host":"127.0.0.1","port":%d,"headers":true,\
                "max_payload":1048576,"jetstream":true}\
                """.formatted(listening.getLocalPort()));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String subscription = "1";
            for (String line = line(in); line != null; line = line(in)) {
                String[] words = line.split(" +");
                switch (words[0]) {
                    case "PING" -> say(out, "PONG");
                    case "SUB" -> subscription = words[words.length - 1];
                    case "PUB", "HPUB" -> {
                        in.skipNBytes(Integer.parseInt(words[words.length - 1]) + 2L);
                        if (words[1].equals("$JS.API.INFO")) {
                            say(
                                    out,
                                    "MSG " + words[2] + ' ' + subscription + ' ' + ACCOUNT.length() + "\r\n" + ACCOUNT);
                        }
                    }
                    default -> {}
                }
            }
        } catch (IOException e) {
            // The client hung up.
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new IOException("hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }
}
