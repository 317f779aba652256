package io.ringside.execution.paper;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.execution.book.Displayed;
import io.ringside.execution.book.VenueBook;
import io.ringside.runtime.sql.Columns;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.SqlNumeric;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Table {@code venue.liquidity}: what was given away of each instrument's newest quote. */
@Singleton
final class LiquidityTable {
    private static final String SELECT = """
            select instrument, quote_sequence, bid_taken, ask_taken from venue.liquidity where instrument = any(?)
            """;

    private static final String UPSERT = """
            insert into venue.liquidity (instrument, quote_sequence, bid_taken, ask_taken)
            select * from unnest(?::text[], ?::bigint[], ?::numeric[], ?::numeric[])
            on conflict (instrument) do update set
                quote_sequence = excluded.quote_sequence, bid_taken = excluded.bid_taken, ask_taken = excluded.ask_taken
            """;

    private final JdbcOperations database;

    LiquidityTable(JdbcOperations database) {
        this.database = database;
    }

    Map<String, Displayed> find(Map<String, Instrument> instruments) {
        return database.prepareStatement(SELECT, statement -> {
            Columns.of(statement).column("text", instruments.keySet(), id -> id);
            Map<String, Displayed> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString("instrument");
                    found.put(
                            id,
                            displayed(
                                    rows,
                                    Objects.requireNonNull(instruments.get(id)).quantityScale()));
                }
            }
            return found;
        });
    }

    void save(List<VenueBook> books) {
        database.prepareStatement(UPSERT, statement -> {
            Columns.of(statement)
                    .column("text", books, book -> book.instrument().id())
                    .column("bigint", books, book -> book.displayed().quoteSequence())
                    .column(
                            "numeric",
                            books,
                            book -> SqlNumeric.of(book.displayed().bidTaken()))
                    .column(
                            "numeric",
                            books,
                            book -> SqlNumeric.of(book.displayed().askTaken()));
            return statement.executeUpdate();
        });
    }

    private static Displayed displayed(ResultSet row, int quantityScale) throws SQLException {
        return new Displayed(
                row.getLong("quote_sequence"),
                SqlNumeric.quantity(row.getBigDecimal("bid_taken"), quantityScale),
                SqlNumeric.quantity(row.getBigDecimal("ask_taken"), quantityScale));
    }
}
