package io.ringside.provision.servers;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Ports for child servers. They lie below the range from which the system takes the ports of outgoing connections: a
 * client that knocks at a stopped server's port inside that range can end up connected to itself.
 */
public final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES_MAX = 200;
    private static final int STRIDE = 7;

    private FreePort() {}

    /** A port that nobody listens on now. */
    public static int find() {
        // two processes that look at the same time should look at different places
        int start = Math.floorMod(System.nanoTime() ^ ProcessHandle.current().pid(), BEYOND - LOWEST);
        for (int i = 0; i < TRIES_MAX; i++) {
            int port = LOWEST + (start + i * STRIDE) % (BEYOND - LOWEST);
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
