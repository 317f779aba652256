package io.ringside.reference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.testkit.Floor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ServersAwayTest {
    @AutoClose
    private final ReferenceFloor floor;

    ServersAwayTest() throws Exception {
        floor = new ReferenceFloor();
    }

    @Test
    void waitsForServersThatAreAway() throws Exception {
        floor.nats.kill();
        Floor.shared().postgres().kill();
        CompletableFuture<Void> primed = CompletableFuture.runAsync(
                () -> {
                    floor.reference.prime();
                    floor.quotes.prime();
                },
                Thread::startVirtualThread);
        assertThatThrownBy(() -> primed.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        Floor.shared().postgres().restart();
        assertThatThrownBy(() -> primed.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        floor.nats.restart();
        primed.get(120, TimeUnit.SECONDS);
    }
}
