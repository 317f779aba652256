package io.ringside.gateway.transport;

import io.ringside.gateway.journey.AnswerHead;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An answer of server-sent events, read line by line as it arrives. */
public final class RawStream implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;
    private static final int RADIX = 16;

    private final Socket socket;
    private final InputStream in;
    private final AnswerHead head;
    private final boolean chunked;
    private int left;

    private RawStream(Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
        head = new AnswerHead(readHead());
        chunked = header("transfer-encoding").equals("chunked");
        left = chunked ? 0 : Integer.parseInt(header("content-length"));
    }

    /**
     * Asks for a stream.
     *
     * @param receiveBytes window of receipt, 0 for the machine's own
     * @param headers lines that each end in CR LF
     */
    public static RawStream open(int port, int receiveBytes, String headers, String body) throws IOException {
        Socket socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MS);
        socket.setSoTimeout(PATIENCE_MS);
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        String request = "POST /live/sse HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + "Content-Length: "
                + sent.length + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(sent);
        return new RawStream(socket);
    }

    /** The first lines of the answer, in small letters. */
    public String head() {
        return head.lines().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return head.status();
    }

    /** What a header of the answer says, empty where there is none. */
    public String header(String name) {
        return head.header(name);
    }

    /** The next line may take its time. */
    public void waitForever() throws IOException {
        socket.setSoTimeout(0);
    }

    /** The next line of the body, without its end. */
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = octet(); octet != '\n'; octet = octet()) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Reads on to the next line that holds this. */
    public String lineWith(String part) throws IOException {
        String line = line();
        while (!line.contains(part)) {
            line = line();
        }
        return line;
    }

    /** The whole of a body whose length is known. */
    public String body() throws IOException {
        return new String(in.readNBytes(left), StandardCharsets.UTF_8);
    }

    /** Reads on to the end of the answer, and says whether the connection ends there. */
    public boolean isEnded() throws IOException {
        while (left > 0 || nextChunk() > 0) {
            octet();
        }
        return in.read() < 0;
    }

    private int octet() throws IOException {
        if (left == 0 && (!chunked || nextChunk() == 0)) {
            throw new EOFException("the answer is over");
        }
        left--;
        int octet = read();
        if (chunked && left == 0) {
            readLine();
        }
        return octet;
    }

    private int nextChunk() throws IOException {
        left = Integer.parseInt(readLine(), RADIX);
        if (left == 0) {
            readLine();
        }
        return left;
    }

    private String readHead() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            lines.append(line).append('\n');
        }
        return lines.toString();
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = read(); octet != '\n'; octet = read()) {
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    private int read() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the connection is over");
        }
        return octet;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
