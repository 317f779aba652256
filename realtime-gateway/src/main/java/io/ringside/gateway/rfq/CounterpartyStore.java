package io.ringside.gateway.rfq;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Reads from {@code identity} who trades for whom. */
@Singleton
class CounterpartyStore {
    private static final String OF_OTHER_FIRMS = """
        select t.id, t.name, t.firm, f.name
        from identity.trader t join identity.firm f on f.id = t.firm
        where t.enabled and t.role = 'trader'
          and t.firm <> (select own.firm from identity.trader own where own.id = ?)
          and exists (select from identity.account_trader a where a.trader = t.id)
        order by f.name, t.firm, t.name, t.id\
        """;

    private final JdbcOperations jdbc;

    CounterpartyStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who may be asked for a price. */
    @Serdeable
    record Counterparty(String user, String name, String firm, String firmName) {}

    /** Whoever trades for another firm than this user's, by firm and name. */
    @Transactional(readOnly = true)
    List<Counterparty> of(String user) {
        return jdbc.prepareStatement(OF_OTHER_FIRMS, statement -> {
            statement.setString(1, user);
            List<Counterparty> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Counterparty(
                            rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return found;
        });
    }
}
