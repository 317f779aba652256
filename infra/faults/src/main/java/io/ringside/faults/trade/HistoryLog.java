package io.ringside.faults.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Every invocation, answer and notice of a run as lines of JSON, for whoever has to find out why. */
public final class HistoryLog implements AutoCloseable {
    private final Writer out;
    private final long startNanos;

    private HistoryLog(Writer out) {
        this.out = out;
        this.startNanos = System.nanoTime();
    }

    public static HistoryLog into(Path file) {
        try {
            return new HistoryLog(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Keeps nothing: for clients of whom there are many that hear the same. */
    public static HistoryLog none() {
        return new HistoryLog(Writer.nullWriter());
    }

    /** One line; the texts are ids and words, which need no escape. */
    public synchronized void write(String user, String what, String id, String detail) {
        try {
            long ms = (System.nanoTime() - startNanos) / 1_000_000;
            out.write("{\"ms\":" + ms + ",\"user\":\"" + user + "\",\"what\":\"" + what + "\",\"id\":\"" + id
                    + "\",\"detail\":\"" + detail + "\"}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
