package io.ringside.rfq.book;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.scheduling.annotation.Scheduled;
import io.ringside.rfq.negotiation.Trader;
import io.ringside.rfq.negotiation.Traders;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may trade: enabled, with an account. Read again every {@code ringside.rfq.traders-refresh} (5 s), and at once for
 * a name that it lacks; a refresh that fails keeps what is known.
 */
@Singleton
public class TraderDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(TraderDirectory.class);
    private static final String SELECT = """
            select t.id, t.firm from identity.trader t
            where t.enabled and t.role = 'trader'
              and exists (select from identity.account_trader a where a.trader = t.id)
            """;

    private final JdbcOperations jdbc;
    private volatile @Nullable Traders traders;

    TraderDirectory(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The traders, with those of these names that there are. */
    public Traders tradersWith(Collection<String> named) {
        Traders known = traders;
        return known != null && known.hasAll(named) ? known : read();
    }

    /** Reads them again. */
    @Scheduled(initialDelay = "${ringside.rfq.traders-refresh:5s}", fixedDelay = "${ringside.rfq.traders-refresh:5s}")
    void refresh() {
        try {
            read();
        } catch (RuntimeException e) {
            LOG.warn("the traders could not be read again, those known stay", e);
        }
    }

    private synchronized Traders read() {
        Traders read = jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT);
                    ResultSet rows = statement.executeQuery()) {
                List<Trader> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Trader(rows.getString("id"), rows.getString("firm")));
                }
                return new Traders(found);
            }
        });
        traders = read;
        return read;
    }
}
