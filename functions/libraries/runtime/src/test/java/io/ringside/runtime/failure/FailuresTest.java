package io.ringside.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.exceptions.NoConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "57P01, true",
        "53300, true",
        "58030, true",
        "25P03, true",
        "25P04, true",
        "40P01, true",
        "55P03, true",
        "23505, false",
        "22003, false",
        "42P01, true",
        "42703, true",
        "25006, true",
        "23514, false",
        ", false"
    })
    void aFailureOfTheDatabaseIsToldByItsState(String state, boolean passes) {
        assertThat(Failures.passes(new IllegalStateException(new SQLException("no", state))))
                .isEqualTo(passes);
    }

    @Test
    void whatTheNetworkDoesPassesAndWhatAMessageDoesNotDoesNot() {
        assertThat(Failures.passes(new SQLTransientConnectionException("pool"))).isTrue();
        assertThat(Failures.passes(new UncheckedIOException(new IOException("reset"))))
                .isTrue();
        assertThat(Failures.passes(new RuntimeException(new TimeoutException("late"))))
                .isTrue();
        assertThat(Failures.passes(new ConnectionException("broke under a transaction")))
                .isTrue();
        assertThat(Failures.passes(new NoConnectionException("no transaction was begun")))
                .isFalse();
        assertThat(Failures.passes(new IllegalStateException("cannot swallow"))).isFalse();
        assertThat(Failures.passes(new NullPointerException())).isFalse();
    }

    @Test
    void causesThatNameEachOtherEnd() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);
        assertThat(Failures.passes(one)).isFalse();
    }

    @Test
    void aSentenceIsTheInnermostInPrintableLetters() {
        assertThat(Failures.sentence(new RuntimeException("outer", new IOException("Gr\u00f6\u00dfe\r\nX: y"))))
                .isEqualTo("IOException: Gr e X: y");
        assertThat(Failures.sentence(new IllegalStateException())).isEqualTo("IllegalStateException: null");
        assertThat(Failures.printable("x".repeat(401))).hasSize(400).endsWith("x...");
        assertThat(Failures.printable("x".repeat(400))).hasSize(400).endsWith("xx");
    }

    @Test
    void waitsGrowUpToTheLongestAndBeginAnew() {
        Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), new Random(1));
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 100; i++) {
            Duration wait = backoff.next();
            assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        assertThat(longest).isGreaterThan(Duration.ofMillis(500));
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(50));
    }
}
