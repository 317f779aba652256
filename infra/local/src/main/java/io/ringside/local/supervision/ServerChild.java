package io.ringside.local.supervision;

import io.ringside.provision.servers.ChildProcess;
import io.ringside.provision.servers.NatsServer;
import io.ringside.provision.servers.PostgresServer;
import java.util.function.Supplier;

/** A server that runs already and restarts itself on the same data and port. */
public final class ServerChild implements Supervised {
    private final String name;
    private final int port;
    private final Runnable restart;
    private final Runnable stop;
    private final Supplier<ChildProcess> process;
    private boolean launched;

    private ServerChild(String name, int port, Runnable restart, Runnable stop, Supplier<ChildProcess> process) {
        this.name = name;
        this.port = port;
        this.restart = restart;
        this.stop = stop;
        this.process = process;
    }

    public static ServerChild of(NatsServer server) {
        return new ServerChild("nats-server", server.port(), server::restart, server::stop, server::process);
    }

    public static ServerChild of(PostgresServer server) {
        return new ServerChild("postgres", server.port(), server::restart, server::stop, server::process);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized ChildProcess launch() {
        if (launched) {
            restart.run();
        }
        launched = true;
        return process.get();
    }

    /** A restart returns when the server serves. */
    @Override
    public void awaitReady(ChildProcess running) {}

    @Override
    public void stop(ChildProcess running) {
        stop.run();
    }

    @Override
    public int port() {
        return port;
    }
}
