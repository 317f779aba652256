package io.ringside.gateway.personal;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * When a server says that it stored a message: RFC 3339 with up to nine digits behind the second, in UTC. Read digit by
 * digit, because a crowd that comes back has every message that it missed read, and the general parser was a seventh of
 * what that cost.
 */
final class TimeStamp {
    private static final int SECOND_END = "2026-01-31T23:59:59".length();
    private static final int NANO_DIGITS = 9;
    private static final int LONGEST = SECOND_END + 1 + NANO_DIGITS;
    private static final int DECIMAL = 10;

    private TimeStamp() {}

    /**
     * In epoch nanoseconds.
     *
     * @throws RuntimeException if it is no time
     */
    static long nanos(String text) {
        int end = text.length() - 1;
        if (end < SECOND_END || end > LONGEST || text.charAt(end) != 'Z') {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return TimeUnit.SECONDS.toNanos(time.toEpochSecond()) + time.getNano();
        }
        LocalDateTime second = LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, SECOND_END));
        return TimeUnit.SECONDS.toNanos(second.toEpochSecond(ZoneOffset.UTC)) + fraction(text, end);
    }

    private static int fraction(String text, int end) {
        if (end == SECOND_END) {
            return 0;
        }
        int nanos = number(text, SECOND_END + 1, end);
        for (int digits = end - SECOND_END - 1; digits < NANO_DIGITS; digits++) {
            nanos *= DECIMAL;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, DECIMAL);
    }
}
