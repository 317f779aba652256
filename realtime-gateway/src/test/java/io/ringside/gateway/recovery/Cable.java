package io.ringside.gateway.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What TCP goes through between two processes, until it is cut. */
final class Cable implements AutoCloseable {
    private static final int BACKLOG = 16;

    private final ServerSocket end;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** To this port of this machine. */
    Cable(int port) {
        this.port = port;
        try {
            end = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    String url() {
        return "nats://127.0.0.1:" + end.getLocalPort();
    }

    /** Everything that goes through it breaks, and nothing new gets through. */
    void cut() {
        cut = true;
        open.forEach(Cable::end);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = end.accept();
                if (cut) {
                    end(near);
                } else {
                    join(near, new Socket(InetAddress.getLoopbackAddress(), port));
                }
            }
        } catch (IOException e) {
            open.forEach(Cable::end);
        }
    }

    private void join(Socket near, Socket far) {
        open.add(near);
        open.add(far);
        Thread.startVirtualThread(() -> pass(near, far));
        Thread.startVirtualThread(() -> pass(far, near));
        if (cut) {
            open.forEach(Cable::end);
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // It was cut, or one side has gone: then so does the other.
            end(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(Cable::end);
    }
}
