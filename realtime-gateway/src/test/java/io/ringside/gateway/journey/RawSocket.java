package io.ringside.gateway.journey;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A peer that speaks WebSocket frame by frame, as wrongly as a test wants. */
public final class RawSocket implements AutoCloseable {
    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;
    public static final int DEFLATED = 0x40;

    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int PATIENCE_MS = 60_000;
    private static final String SWITCHED = "HTTP/1.1 101";
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol: ringside.v1\r\n";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** A frame as it arrived. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Arrived(int reserved, int opcode, byte[] payload) {
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        public int closeCode() {
            return (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
        }
    }

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** After a proper handshake. */
    public static RawSocket open(int port) throws IOException {
        return open(port, "");
    }

    /** After a proper handshake with these header lines. */
    public static RawSocket open(int port, String headers) throws IOException {
        RawSocket raw = reach(port);
        raw.upgrade(port, headers);
        return raw;
    }

    /** After a proper handshake for another path than the protocol's, without a subprotocol. */
    public static RawSocket openAt(int port, String path, String headers) throws IOException {
        RawSocket raw = reach(port);
        String answer = raw.handshake("GET " + path, port, headers);
        if (!answer.startsWith(SWITCHED)) {
            throw new IOException(answer);
        }
        return raw;
    }

    /** The first lines of the answer to a proper handshake for a path. */
    public String answer(String path, int port) throws IOException {
        return handshake("GET " + path, port, "");
    }

    /** Before the handshake. */
    public static RawSocket reach(int port) throws IOException {
        return new RawSocket(connect(port, 0));
    }

    /** Before the handshake, with a small window of receipt. */
    public static RawSocket reachNarrowly(int port) throws IOException {
        return new RawSocket(connect(port, 16 * 1024));
    }

    /** Makes a proper handshake for a path with these header lines only; the next frame may take its time. */
    public AnswerHead shakeHands(String path, int port, String headers) throws IOException {
        AnswerHead answer = new AnswerHead(handshake("GET " + path, port, headers));
        socket.setSoTimeout(0);
        return answer;
    }

    /** What follows the head of an answer. */
    public String body(AnswerHead answer) throws IOException {
        byte[] body = in.readNBytes(Integer.parseInt(answer.header("Content-Length")));
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Makes a proper handshake with these header lines. */
    public void upgrade(int port, String headers) throws IOException {
        String answer = handshake(port, headers);
        if (!answer.startsWith(SWITCHED)) {
            throw new IOException(answer);
        }
    }

    /** After a proper handshake, with a small window of receipt, and nothing is read from now on. */
    public static RawSocket openDeaf(int port) throws IOException {
        RawSocket raw = reachNarrowly(port);
        raw.upgrade(port, "");
        return raw;
    }

    /** The first line of the answer to a handshake with these header lines. */
    public static String handshakeWith(int port, String headers) throws IOException {
        try (RawSocket raw = new RawSocket(connect(port, 0))) {
            return raw.handshake(port, headers);
        }
    }

    private static Socket connect(int port, int receiveBytes) throws IOException {
        Socket socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new java.net.InetSocketAddress("localhost", port), PATIENCE_MS);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private String handshake(int port, String headers) throws IOException {
        return handshake("GET /ws", port, SUBPROTOCOL + headers);
    }

    private String handshake(String what, int port, String headers) throws IOException {
        write(what + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + headers + "\r\n");
        return head().lines();
    }

    /** These octets, as they are. */
    public void write(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The first lines of the next answer. */
    public AnswerHead head() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        while (!answer.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            answer.write(octet());
        }
        return new AnswerHead(answer.toString(StandardCharsets.US_ASCII));
    }

    public void send(boolean last, int opcode, byte[] payload) throws IOException {
        sendBits((last ? FINAL : 0) | opcode, payload);
    }

    public void sendText(String text) throws IOException {
        send(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A frame with this first octet, reserved bits and all. */
    public void sendBits(int first, byte[] payload) throws IOException {
        out.write(framed(first, payload));
    }

    /** So many of these octets, as they are. */
    public void sendOctets(byte[] octets, int length) throws IOException {
        out.write(octets, 0, length);
    }

    /** A frame with this first octet, as it goes onto the wire, masked with zeros. */
    public static byte[] framed(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.write(payload.length >>> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >>> shift));
            }
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** The next frame. */
    public Arrived next() throws IOException {
        int first = octet();
        int length = octet() & 0x7f;
        if (length == 126) {
            length = octet() << 8 | octet();
        } else if (length == 127) {
            long size = 0;
            for (int i = 0; i < 8; i++) {
                size = size << 8 | octet();
            }
            length = (int) size;
        }
        byte[] payload = in.readNBytes(length);
        return new Arrived(first & RESERVED, first & 0xf, Arrays.copyOf(payload, length));
    }

    /** The code of the close frame, whatever comes before it. */
    public int closeCode() throws IOException {
        Arrived frame = next();
        while (frame.opcode() != CLOSE) {
            frame = next();
        }
        return frame.closeCode();
    }

    /** Whether the server ends the connection. */
    public boolean isEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
