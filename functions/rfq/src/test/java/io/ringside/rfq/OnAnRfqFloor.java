package io.ringside.rfq;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A floor for all tests of a class, and a request of its own for each. */
abstract class OnAnRfqFloor {
    /** A life that no test sees the end of, seconds. */
    static final int LONG = 600;

    static RfqFloor floor;
    static RfqHearing heard;

    @BeforeAll
    static void start() {
        floor = new RfqFloor();
        heard = floor.heard;
    }

    @BeforeEach
    void openRequest() {
        floor.openRequest();
    }

    @AfterAll
    static void stop() {
        floor.close();
    }
}
