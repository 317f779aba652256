package io.ringside.gateway.activity;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The query of one page: each reader's own first entries in the wanted order, then the first of all of them. So a list
 * by time reads no more than it shows, however many readers it has.
 */
final class PageStatement {
    private static final String COLUMNS = """
            e.kind, e.id, e.origin, e.account, e.at, e.instrument, e.side, e.quantity, e.price, e.counterparty,
            e.firms_asked, e.status, e.tenor, e.prompt_date, e.version\
            """;
    private static final String PLACE = "(e.at, e.kind, e.id)";
    private static final String GIVEN_PLACE = "(?::timestamptz, ?, ?)";

    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final String order;

    private PageStatement(String order) {
        this.order = order;
    }

    static PageStatement of(List<String> readers, Wish wish, @Nullable Place after, int limit) {
        PageStatement page = new PageStatement(order(wish));
        page.values.add(readers);
        page.among("kind", wish.kinds());
        page.among("status", wish.statuses());
        page.among("instrument", wish.products());
        page.among("side", wish.sides());
        page.among("counterparty", wish.counterparties());
        page.within(">=", wish.from());
        page.within("<", wish.to());
        if (after != null) {
            page.behind(after, wish);
        }
        page.values.add(limit);
        page.values.add(limit);
        return page;
    }

    String sql() {
        return """
            select %1$s from unnest(?::text[]) as r (reader)
            cross join lateral (
                select * from activity.entry e where e.reader = r.reader%2$s order by %3$s limit ?) e
            order by %3$s limit ?\
            """.formatted(COLUMNS, where, order);
    }

    void bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        for (Object value : values) {
            if (value instanceof List<?> texts) {
                statement.setArray(next++, statement.getConnection().createArrayOf("text", texts.toArray()));
            } else if (value instanceof Integer number) {
                statement.setInt(next++, number);
            } else {
                statement.setString(next++, value.toString());
            }
        }
    }

    /** What is alike in the column stands by time, the newest first; what has nothing in it stands last. */
    private static String order(Wish wish) {
        String direction = wish.descending() ? "desc" : "asc";
        if (wish.sort() == SortColumn.TIME) {
            return "e.at %1$s, e.kind %1$s, e.id %1$s".formatted(direction);
        }
        return "e.%s %s nulls last, e.at desc, e.kind desc, e.id desc"
                .formatted(wish.sort().column(), direction);
    }

    private void among(String column, List<String> wanted) {
        if (!wanted.isEmpty()) {
            where.append(" and e.").append(column).append(" = any (?)");
            values.add(wanted);
        }
    }

    private void within(String comparison, @Nullable Instant bound) {
        if (bound != null) {
            where.append(" and e.at ").append(comparison).append(" ?::timestamptz");
            values.add(bound);
        }
    }

    private void behind(Place after, Wish wish) {
        String beyond = wish.descending() ? "<" : ">";
        if (wish.sort() == SortColumn.TIME) {
            where.append(" and ").append(PLACE).append(beyond).append(GIVEN_PLACE);
        } else if (after.value() == null) {
            where.append(" and e.%s is null and %s < %s".formatted(wish.sort().column(), PLACE, GIVEN_PLACE));
        } else {
            String given = "?::" + wish.sort().type();
            where.append(" and (e.%1$s %2$s %3$s or e.%1$s is null or (e.%1$s = %3$s and %4$s < %5$s))"
                    .formatted(wish.sort().column(), beyond, given, PLACE, GIVEN_PLACE));
            String value = Objects.requireNonNull(after.value());
            values.addAll(List.of(value, value));
        }
        values.addAll(List.of(after.at(), after.kind(), after.id()));
    }
}
