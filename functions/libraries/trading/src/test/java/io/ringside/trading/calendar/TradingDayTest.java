package io.ringside.trading.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingDayTest {
    private static final int INSTANTS = 20_000;
    private static final long FROM = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
    private static final long TO = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond();
    /** One time change a day at the most, of two hours at the most. */
    private static final Duration DAY_MAX = Duration.ofHours(26);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        midnight in UTC                  |00:00|UTC             |2026-11-21T12:00:00Z    |2026-11-22T00:00:00Z
        the last moment of a day         |00:00|UTC             |2026-11-21T23:59:59.999Z|2026-11-22T00:00:00Z
        the end belongs to the next day  |00:00|UTC             |2026-11-22T00:00:00Z    |2026-11-23T00:00:00Z
        London in winter                 |20:00|Europe/London   |2026-11-21T19:59:59Z    |2026-11-21T20:00:00Z
        London in summer                 |20:00|Europe/London   |2026-07-21T18:59:59Z    |2026-07-21T19:00:00Z
        London, after the end            |20:00|Europe/London   |2026-07-21T19:00:00Z    |2026-07-22T19:00:00Z
        New York in winter               |16:00|America/New_York|2026-11-21T20:59:59Z    |2026-11-21T21:00:00Z
        New York in summer               |16:00|America/New_York|2026-07-21T20:30:00Z    |2026-07-22T20:00:00Z
        a day of 23 hours                |16:00|America/New_York|2026-03-07T21:00:00Z    |2026-03-08T20:00:00Z
        a day of 25 hours                |16:00|America/New_York|2026-10-31T20:00:00Z    |2026-11-01T21:00:00Z
        a skipped end comes an hour later|02:30|Europe/Berlin   |2026-03-28T12:00:00Z    |2026-03-29T01:30:00Z
        a repeated end counts once       |02:30|Europe/Berlin   |2026-10-24T12:00:00Z    |2026-10-25T00:30:00Z
        and is over the second time      |02:30|Europe/Berlin   |2026-10-25T01:30:00Z    |2026-10-26T01:30:00Z
        a skipped midnight               |00:00|America/Sao_Paulo|2018-11-03T12:00:00Z   |2018-11-04T03:00:00Z
        a skipped date                   |16:00|Pacific/Apia    |2011-12-30T05:00:00Z    |2011-12-31T02:00:00Z
        """)
    void endsAtTheLocalTime(String name, LocalTime end, ZoneId zone, Instant instant, Instant expected) {
        assertThat(new TradingDay(end, zone).endOf(instant)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, UTC",
        "20:00, Europe/London",
        "16:00, America/New_York",
        "01:30, Europe/London",
        "00:00, America/Sao_Paulo",
        "02:15, Australia/Lord_Howe",
        "16:00, Pacific/Apia",
        "00:00, America/Havana"
    })
    void cutsTimeIntoDaysWithoutGapOrOverlap(LocalTime end, ZoneId zone) {
        TradingDay day = new TradingDay(end, zone);
        Random random = new Random(zone.getId().hashCode());
        for (int i = 0; i < INSTANTS; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(FROM, TO), random.nextInt(1_000_000_000));
            Instant over = day.endOf(instant);
            assertThat(over).isAfter(instant).isBeforeOrEqualTo(instant.plus(DAY_MAX));
            // Everything up to the end belongs to the same day; the end itself to another.
            assertThat(day.endOf(over.minusNanos(1))).isEqualTo(over);
            assertThat(day.endOf(over)).isAfter(over);
            ZonedDateTime local = over.atZone(zone);
            boolean skipped = zone.getRules()
                    .getValidOffsets(local.toLocalDate().atTime(end))
                    .isEmpty();
            assertThat(skipped || local.toLocalTime().equals(end)).isTrue();
        }
    }
}
