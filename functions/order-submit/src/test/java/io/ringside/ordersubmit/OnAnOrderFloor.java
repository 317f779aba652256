package io.ringside.ordersubmit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A floor for all tests of a class, and an account of its own for each. */
abstract class OnAnOrderFloor {
    static OrderFloor floor;
    static OrderHearing heard;

    @BeforeAll
    static void start() {
        floor = new OrderFloor();
        heard = floor.heard;
    }

    @BeforeEach
    void openAccount() {
        floor.openAccount();
    }

    @AfterAll
    static void stop() throws Exception {
        floor.close();
    }
}
