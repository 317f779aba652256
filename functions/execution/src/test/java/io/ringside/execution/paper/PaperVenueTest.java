package io.ringside.execution.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.venue.EnterVenueOrder;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.execution.ExecutionFloor;
import io.ringside.runtime.Emission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated sessions cut into batches, each read from and saved to a real PostgreSQL: the venue does what one book that
 * forgets nothing does. It reads only the orders within reach, so this shows that no other could have been filled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperVenueTest {
    private static final int STEPS = 400;

    private ExecutionFloor floor;

    @BeforeAll
    void start() {
        floor = new ExecutionFloor("G1", "G2", "G3", "G4");
    }

    @AfterAll
    void stop() throws InterruptedException {
        floor.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void doesInBatchesOnTheStoreWhatOneBookDoes(int seed) {
        VenueReplay replay = new VenueReplay(floor, "G" + seed, seed);
        for (int step = 0; step < STEPS; step += VenueReplay.BATCH_MAX) {
            replay.batch();
        }
    }

    @ParameterizedTest
    @CsvSource({"enter, c-1", "pull, x-1"})
    void tellsTheOwnerOfACommandThatWasGivenUp(String verb, String named) {
        Object command = verb.equals("enter")
                ? new EnterVenueOrder(
                        "o-1", "c-1", "ACC", "alice", "G1", Side.BUY, OrderType.MARKET, TimeInForce.DAY, "1", null)
                : new PullVenueOrder("o-1", "c-1", "ACC", "alice", "G1", "x-1");
        assertThat(abandoned(verb, Wire.encode(command)))
                .map(emission -> ((CommandRefused) emission.body()).clientOrderId())
                .containsExactly(named);
    }

    @Test
    void tellsNobodyOfACommandThatNamesNobody() {
        byte[] unreadable = "?".getBytes(StandardCharsets.UTF_8);
        assertThat(abandoned("match", unreadable)).isEmpty();
        assertThat(abandoned("enter", unreadable)).isEmpty();
        assertThat(abandoned("pull", unreadable)).isEmpty();
    }

    private List<Emission> abandoned(String verb, byte[] raw) {
        String subject = Subjects.venueCommand(verb, "G1");
        return floor.bean(PaperVenue.class).whenAbandoned(subject, null, raw, BookText.NOON);
    }
}
