package io.ringside.marketdata;

import io.ringside.testkit.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The shared Kraken capture; a test that needs it is skipped, loudly, where it is missing. */
public final class Recording {
    /** Updates in it, each with a checksum. */
    public static final int CHECKSUMS = 4_269;
    /** Its pairs. */
    public static final int PAIRS = 10;

    private Recording() {}

    public static Path kraken() {
        return SharedData.require("KRAKEN.ws.50.0", Assumptions::abort);
    }
}
