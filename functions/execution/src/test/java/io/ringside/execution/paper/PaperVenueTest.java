package io.ringside.execution.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.execution.ExecutionFloor;
import io.ringside.execution.book.VenueBook;
import io.ringside.runtime.Emission;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Eventually;
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
 * Generated sessions cut into batches, each read from and saved to a real PostgreSQL: the venue does what one book
 * that forgets nothing does. It reads only the orders within reach, so this shows that no other could have been
 * filled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperVenueTest {
    private static final int STEPS = 400;
    private static final String FILLED = """
            select limit_price, count(*), min(arrival), max(arrival) from venue.working_order
            where instrument = 'G5' and state = 'FILLED' group by limit_price order by limit_price
            """;

    private ExecutionFloor floor;

    @BeforeAll
    void start() {
        floor = new ExecutionFloor("G1", "G2", "G3", "G4", "G5");
    }

    @AfterAll
    void stop() {
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

    @Test
    void servesLongQueuesInPriorityCommandByCommand() {
        floor.database.execute("""
                insert into venue.working_order
                select gen_random_uuid(), 'r' || i, 'ACC', 'alice', 'G5', 'BUY', 'LIMIT', 'DAY', 1, 1,
                    case when i > 700 then 101 else 100 end, i, 'WORKING', now() + interval '1 day'
                from generate_series(1, 1300) as i
                """);
        floor.quote("G5", "1: 99 x 1 / 100 x 9999");
        awaitFilled(VenueBook.ORDERS_PER_COMMAND_MAX);
        assertThat(floor.database.rows(FILLED)).containsExactly("101|500|701|1200");
        floor.quote("G5", "2: 99 x 1 / 100 x 9999");
        awaitFilled(2 * VenueBook.ORDERS_PER_COMMAND_MAX);
        assertThat(floor.database.rows(FILLED)).containsExactly("100|400|1|400", "101|600|701|1300");
    }

    private void awaitFilled(int count) {
        Eventually.holds(
                count + " orders are filled",
                () -> floor.database.number("select count(*) from venue.working_order where instrument = 'G5'"
                                + " and state = 'FILLED'")
                        == count);
    }

    @ParameterizedTest
    @CsvSource({"enter, c-1", "pull, x-1"})
    void tellsTheOwnerOfACommandThatWasGivenUp(String verb, String named) {
        Object command = verb.equals("enter")
                ? AnOrder.in("G1", "BUY DAY 1 MARKET").enter()
                : AnOrder.in("G1", "BUY DAY 1 MARKET").pull("x-1");
        assertThat(abandoned(verb, Wire.encode(command)))
                .map(emission -> ((CommandRefused) emission.body()).clientOrderId())
                .containsExactly(named);
    }

    @Test
    void saysThatAnAmendThatWasGivenUpComesToNothing() {
        AnAmend amend = new AnAmend(AnOrder.in("G1", "BUY DAY 1 @ 90"), "a-1", "2", "90");

        assertThat(abandoned("amend", Wire.encode(amend.toVenue())))
                .containsExactly(new Emission(
                        Subjects.venueFact("amend-refused", "ACC1", "o-1"),
                        "venue.amend-refused",
                        amend.refusedByVenue("UNDER_INVESTIGATION")));
    }

    @Test
    void tellsNobodyOfACommandThatNamesNobody() {
        byte[] unreadable = "?".getBytes(StandardCharsets.UTF_8);
        assertThat(abandoned("match", unreadable)).isEmpty();
        assertThat(abandoned("enter", unreadable)).isEmpty();
        assertThat(abandoned("pull", unreadable)).isEmpty();
        assertThat(abandoned("amend", unreadable)).isEmpty();
    }

    private List<Emission> abandoned(String verb, byte[] raw) {
        String subject = Subjects.venueCommand(verb, "G1");
        return floor.bean(PaperVenue.class).whenAbandoned(subject, null, raw, BookText.NOON);
    }
}
