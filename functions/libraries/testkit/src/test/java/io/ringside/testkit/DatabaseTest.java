package io.ringside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static final String WHO = "select pg_backend_pid()";

    private final Database database = Floor.shared().freshDatabase();

    @Test
    void asksAgainOnTheSameConnection() {
        assertThat(database.rows(WHO)).isEqualTo(database.rows(WHO));
    }

    @Test
    void asksOnAnotherConnectionWhenTheServerHasEndedIt() {
        List<String> before = database.rows(WHO);
        database.execute("select pg_terminate_backend(" + before.getFirst() + ")");
        assertThat(database.rows(WHO)).isNotEqualTo(before);
    }

    @Test
    void keepsNoConnectionOnWhichSomethingWentWrong() {
        List<String> before = database.rows(WHO);
        assertThatThrownBy(() -> database.rows("select 1/0"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("division by zero")
                .hasMessageContaining("in: select 1/0");
        assertThat(database.rows(WHO)).isNotEqualTo(before);
    }

    @Test
    void asksEachDatabaseOnItsOwnConnectionAndKeepsFew() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            names.addAll(Floor.shared().freshDatabase().rows("select current_database()"));
        }
        assertThat(names).hasSize(10);
        String open = "select count(*) from pg_stat_activity where datname in ('" + String.join("','", names) + "')";
        Eventually.holds("few are open", () -> database.number(open) <= 6);
    }
}
