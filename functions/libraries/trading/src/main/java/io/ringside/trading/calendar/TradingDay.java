package io.ringside.trading.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The rule that cuts time into trading days: each calendar date of a place ends one, at the same time of its clocks.
 * Where clocks skip that time, the day ends when they go on; where they show it twice, the first time.
 *
 * @param end local time, which is already the next day's
 * @param zone whose clocks, with the changes of its time
 */
public record TradingDay(LocalTime end, ZoneId zone) {
    /** Midnight to midnight in UTC. */
    public static final TradingDay UTC = new TradingDay(LocalTime.MIDNIGHT, ZoneId.of("UTC"));

    /** The end of the day to which this instant belongs: the first one after it. */
    public Instant endOf(Instant instant) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        // One date back: where clocks skip more than the rest of a date, its end comes on the next one.
        Instant next = endOn(date.minusDays(1));
        while (!next.isAfter(instant)) {
            next = endOn(date);
            date = date.plusDays(1);
        }
        return next;
    }

    private Instant endOn(LocalDate date) {
        return ZonedDateTime.of(date, end, zone).toInstant();
    }
}
