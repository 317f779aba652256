package io.ringside.provision.servers;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for child servers. They lie below the range from which the system takes the ports of outgoing connections: a
 * client that knocks at a stopped server's port inside that range can end up connected to itself.
 */
public final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES_MAX = 200;
    /** It and the number of ports have no common divisor: every port comes once before the first comes again. */
    private static final int STRIDE = 7;

    /** Where this process looks next. Two processes that look at the same time should look at different places. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (System.nanoTime() ^ ProcessHandle.current().pid()));

    private FreePort() {}

    /**
     * A port that nobody listens on now. This process is not given it again until it was given all others: who asked
     * for it may not listen yet, or be about to start again on it.
     */
    public static int find() {
        for (int i = 0; i < TRIES_MAX; i++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndAdd(STRIDE), BEYOND - LOWEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ProvisionException("no free port between " + LOWEST + " and " + BEYOND + " on 127.0.0.1");
    }

    /** Whether this process could listen on the port. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
