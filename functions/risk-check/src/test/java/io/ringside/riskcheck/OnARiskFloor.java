package io.ringside.riskcheck;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A floor for all tests of a class, and an account of its own for each. */
abstract class OnARiskFloor {
    static RiskFloor floor;

    @BeforeAll
    static void start() {
        floor = new RiskFloor();
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
