package io.ringside.marketdata;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The shared Kraken capture; a test that needs it is skipped, loudly, where it is missing. */
public final class Recording {
    /** Updates in it, each with a checksum. */
    public static final int CHECKSUMS = 4_269;
    /** Its pairs. */
    public static final int PAIRS = 10;

    private static final String NAME = "KRAKEN.ws.50.0";

    private Recording() {}

    public static Path kraken() {
        String folder = System.getenv("RINGSIDE_DATA");
        Path file = folder == null
                ? Path.of(System.getProperty("ringside.repository", "../.."))
                        .resolve("../shared/data")
                        .resolve(NAME)
                : Path.of(folder, NAME);
        if (!Files.isReadable(file)) {
            System.err.println("SKIPPED: the recording " + file + " is missing; set RINGSIDE_DATA to its folder");
        }
        assumeTrue(Files.isReadable(file), "the recording " + file + " is missing");
        return file;
    }
}
