package io.ringside.marketdata.instrument;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Table {@code reference.instrument}, which another owner writes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InstrumentRows extends GenericRepository<TradedInstrument, String>, InstrumentDirectory {
    @Override
    @Query("""
            select id, symbol, asset_class, price_scale, price_tick, quantity_scale, quantity_step
            from reference.instrument order by id""")
    List<TradedInstrument> instruments();
}
