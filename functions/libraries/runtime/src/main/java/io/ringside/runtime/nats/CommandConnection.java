package io.ringside.runtime.nats;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;

/** The connection of a command that an operator runs: what goes wrong is said once, by the command. */
public final class CommandConnection {
    private CommandConnection() {}

    /** Connects at once or not at all. */
    public static Connection open(String url) throws IOException, InterruptedException {
        return Nats.connect(
                Options.builder().server(url).errorListener(new Silence()).build());
    }

    private static final class Silence implements ErrorListener {}
}
