package io.ringside.testkit;

/** The PostgreSQL that the tests of this JVM share, to be hurt; whoever does starts it again before the test ends. */
public final class SharedPostgres {
    private final Runnable kill;
    private final Runnable restart;

    SharedPostgres(Runnable kill, Runnable restart) {
        this.kill = kill;
        this.restart = restart;
    }

    /** {@code kill -9}. */
    public void kill() {
        kill.run();
    }

    /** Starts it again on the same data and port and returns when it takes connections; stops it if it still runs. */
    public void restart() {
        restart.run();
    }
}
