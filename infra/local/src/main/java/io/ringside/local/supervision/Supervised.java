package io.ringside.local.supervision;

import io.ringside.provision.servers.ChildProcess;

/** A child that can be started as often as it dies. */
public interface Supervised {
    /** How people call it. */
    String name();

    /** Starts it, the first time or again. It need not be ready when this returns. */
    ChildProcess launch();

    /** Returns once it serves; fails with one line when it ended or took too long. */
    void awaitReady(ChildProcess process);

    /** Stops it in order. */
    void stop(ChildProcess process);

    /** The port that it serves on. */
    int port();
}
