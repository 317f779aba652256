package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Instances of one function come and go while orders come in. */
class InstancesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final String[] ACCOUNTS = {"A1", "B2", "C3", "D4", "E5", "F6", "G7", "H8"};

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @Test
    void theyShareThePartitionsOutAndGiveThemBack() throws Exception {
        try (ApplicationContext first = floor.instance()) {
            send(1, 5);
            LedgerFloor.eventually("the first to own all", DEADLINE, () -> shares().equals("16"));
            try (ApplicationContext second = floor.instance()) {
                LedgerFloor.eventually("both to share", DEADLINE, () -> shares().equals("8 8"));
                send(6, 10);
                LedgerFloor.eventually(
                        "all facts", DEADLINE, () -> floor.entries().size() == 80);
            }
            LedgerFloor.eventually("the first to own all again", DEADLINE, () -> shares().equals("16"));
            send(11, 12);
            LedgerFloor.eventually("all facts", DEADLINE, () -> floor.entries().size() == 96);
        }
        for (String account : ACCOUNTS) {
            assertThat(LedgerFacts.effective(floor, account)).isEqualTo(LedgerFacts.upTo(12));
        }
        assertThat(new HashSet<>(floor.entries())).hasSize(96);
    }

    private void send(int first, int last) throws Exception {
        for (int i = first; i <= last; i++) {
            for (String account : ACCOUNTS) {
                floor.send(account, account + '-' + i, "ADA-XBT", "");
            }
        }
    }

    private String shares() {
        return String.join(" ", floor.database.rows("""
            select count(*) from runtime.partition
            where owner is not null and function = 'ledger' group by owner\
            """));
    }
}
