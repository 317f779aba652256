package io.ringside.activity;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.activity.ActivityEntry;
import io.ringside.runtime.sql.Columns;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Table {@code activity.entry}: one statement for a batch, in which the newer version wins. */
@Singleton
class EntryTable {
    private static final String UPSERT = """
            insert into activity.entry (reader, kind, id, origin, account, at, instrument, side, quantity, price,
                counterparty, firms_asked, status, tenor, prompt_date, version)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                ?::text[], ?::numeric[], ?::numeric[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::date[],
                ?::bigint[])
            on conflict (reader, kind, id) do update set
                account = excluded.account, at = excluded.at, quantity = excluded.quantity, price = excluded.price,
                counterparty = excluded.counterparty, firms_asked = excluded.firms_asked, status = excluded.status,
                tenor = excluded.tenor, prompt_date = excluded.prompt_date, version = excluded.version
            where excluded.version > activity.entry.version
            """;

    /** Bound as their exact text. */
    private static final List<Function<ActivityEntry, @Nullable Object>> COLUMNS = List.of(
            ActivityEntry::kind,
            ActivityEntry::id,
            ActivityEntry::origin,
            ActivityEntry::account,
            ActivityEntry::at,
            ActivityEntry::instrument,
            ActivityEntry::side,
            ActivityEntry::quantity,
            ActivityEntry::price,
            ActivityEntry::counterparty,
            ActivityEntry::firmsAsked,
            ActivityEntry::status,
            ActivityEntry::tenor,
            ActivityEntry::promptDate,
            ActivityEntry::version);

    private final JdbcOperations database;

    EntryTable(JdbcOperations database) {
        this.database = database;
    }

    /** Writes lines that are new or newer than what is there. */
    void save(Collection<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
                Columns columns = Columns.of(statement).column("text", lines, Line::reader);
                for (Function<ActivityEntry, @Nullable Object> column : COLUMNS) {
                    columns.column("text", lines, line -> text(column.apply(line.entry())));
                }
                return statement.executeUpdate();
            }
        });
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
