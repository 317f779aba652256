package io.ringside.marketdata.instrument;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.util.List;

/** Table {@code reference.instrument}, which another owner writes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InstrumentRows extends GenericRepository<InstrumentRows.Row, String> {
    @Query("""
            select id, symbol, asset_class, price_scale, price_tick, quantity_scale, quantity_step
            from reference.instrument order by id""")
    List<Row> all();

    /** One row, named as its columns. */
    @Introspected
    record Row(
            String id,
            String symbol,
            String assetClass,
            int priceScale,
            BigDecimal priceTick,
            int quantityScale,
            BigDecimal quantityStep) {}
}
