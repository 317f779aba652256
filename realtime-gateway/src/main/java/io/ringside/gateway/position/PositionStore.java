package io.ringside.gateway.position;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.SqlNumeric;
import io.ringside.trading.position.Position;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code position.position}. */
@Singleton
class PositionStore {
    private static final String OF_ACCOUNTS = """
        select account, instrument, quantity, cost, realised, version
        from position.position where account = any (?) order by account, instrument limit ?\
        """;
    /** Positions in one answer. */
    private static final int POSITIONS_MAX = 1_000;

    private final JdbcOperations jdbc;

    PositionStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** What an account holds of an instrument. */
    record Held(String account, Instrument instrument, Position position, long version) {}

    @Transactional(readOnly = true)
    List<Held> of(List<String> accounts, Map<String, Instrument> instruments) {
        return jdbc.prepareStatement(OF_ACCOUNTS, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", accounts.toArray()));
            statement.setInt(2, POSITIONS_MAX);
            List<Held> held = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Instrument instrument = instruments.get(rows.getString(2));
                    if (instrument != null) {
                        held.add(held(rows, instrument));
                    }
                }
            }
            return held;
        });
    }

    private static Held held(ResultSet row, Instrument instrument) throws SQLException {
        Position position = new Position(
                SqlNumeric.quantity(row.getBigDecimal(3), instrument.quantityScale()),
                SqlNumeric.value(row.getBigDecimal(4), instrument.valueScale()),
                SqlNumeric.value(row.getBigDecimal(5), instrument.valueScale()));
        return new Held(row.getString(1), instrument, position, row.getLong(6));
    }
}
