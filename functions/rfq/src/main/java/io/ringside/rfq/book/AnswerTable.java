package io.ringside.rfq.book;

import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.rfq.negotiation.Answer;
import io.ringside.rfq.negotiation.Negotiation;
import io.ringside.rfq.negotiation.Offer;
import io.ringside.runtime.sql.Columns;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.SqlNumeric;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Table {@code rfq.quote}: one counterparty's answer a row. */
final class AnswerTable {
    private static final String LOAD = """
            select rfq_id, trader, firm, status, quote_id, client_id, account, version, price, reservation, told
            from rfq.quote where rfq_id = any (?::uuid[]) order by rfq_id, place
            """;

    private static final String WRITE = """
            insert into rfq.quote as q (rfq_id, trader, place, firm, status, quote_id, client_id, account, version,
                   price, reservation, told)
            select rfq_id::uuid, trader, place::smallint, firm, status, quote_id::uuid, client_id, account,
                   version::integer, price::numeric, reservation, told::bigint
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[])
                as t (rfq_id, trader, place, firm, status, quote_id, client_id, account, version, price, reservation,
                      told)
            on conflict (rfq_id, trader) do update
            set status = excluded.status, quote_id = excluded.quote_id, client_id = excluded.client_id,
                account = excluded.account, version = excluded.version, price = excluded.price,
                reservation = excluded.reservation, told = excluded.told
            where q.told < excluded.told
            """;

    private static final List<Function<Placed, @Nullable Object>> COLUMNS = List.of(
            Placed::rfqId,
            row -> row.answer.user(),
            row -> Integer.toString(row.place),
            row -> row.answer.firm(),
            row -> row.answer.status().name(),
            row -> row.offer(Offer::quoteId),
            row -> row.offer(Offer::clientQuoteId),
            row -> row.offer(Offer::account),
            row -> row.answer.offer() == null ? "0" : row.offer(offer -> Integer.toString(offer.version())),
            row -> row.offer(offer -> offer.price().text()),
            row -> row.offer(Offer::reservation),
            row -> Long.toString(row.answer.told()));

    private AnswerTable() {}

    /** An answer in its place among those of its request. */
    private record Placed(String rfqId, int place, Answer answer) {
        @Nullable
        String offer(Function<Offer, String> part) {
            Offer offer = answer.offer();
            return offer == null ? null : part.apply(offer);
        }
    }

    /** A row; its price is read on the scale of the request's instrument. */
    record Row(
            String user,
            String firm,
            QuoteStatus status,
            @Nullable Price price,
            long told) {
        /** A price that was given, as it is stored. */
        record Price(
                String quoteId, String clientId, String account, int version, BigDecimal amount, String reservation) {}

        Answer on(Instrument instrument) {
            Offer offer = price == null
                    ? null
                    : new Offer(
                            price.quoteId,
                            price.clientId,
                            price.account,
                            price.version,
                            SqlNumeric.price(price.amount, instrument.priceScale()),
                            price.reservation);
            return new Answer(user, firm, status, offer, told);
        }

        private static Row of(ResultSet row) throws SQLException {
            int version = row.getInt("version");
            Price price = version == 0
                    ? null
                    : new Price(
                            row.getString("quote_id"),
                            row.getString("client_id"),
                            row.getString("account"),
                            version,
                            row.getBigDecimal("price"),
                            row.getString("reservation"));
            return new Row(
                    row.getString("trader"),
                    row.getString("firm"),
                    QuoteStatus.valueOf(row.getString("status")),
                    price,
                    row.getLong("told"));
        }
    }

    /** The answers to these requests, in the order in which they were asked. */
    static Map<String, List<Row>> load(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, List<Row>> answers = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.computeIfAbsent(rows.getString("rfq_id"), id -> new ArrayList<>())
                            .add(Row.of(rows));
                }
            }
        }
        return answers;
    }

    static void write(Connection connection, Collection<Negotiation> changed) throws SQLException {
        List<Placed> rows = new ArrayList<>();
        for (Negotiation negotiation : changed) {
            int place = 0;
            for (Answer answer : negotiation.answers()) {
                rows.add(new Placed(negotiation.terms().rfqId(), place++, answer));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            Columns columns = Columns.of(statement);
            for (Function<Placed, @Nullable Object> column : COLUMNS) {
                columns.column("text", rows, column);
            }
            statement.executeUpdate();
        }
    }
}
