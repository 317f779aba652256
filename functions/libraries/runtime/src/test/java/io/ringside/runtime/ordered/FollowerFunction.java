package io.ringside.runtime.ordered;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Follows the ledger's facts and writes down each that it handles: a second effect of any would show. */
@Singleton
@Requires(property = "ledger")
public final class FollowerFunction implements OrderedFunction<String> {
    static final String TABLES =
            "create table ledger.followed (position bigint generated always as identity, number bigint not null)";

    private final JdbcOperations jdbc;

    FollowerFunction(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "follower";
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.facts("order", Map.of("accepted", Numbered.class)));
    }

    @Override
    public String ask(List<Delivery> batch) {
        return "";
    }

    @Override
    public Work begin(List<Delivery> batch, String answers) {
        return new Work() {
            @Override
            public Decision decide(Delivery delivery) {
                jdbc.prepareStatement("insert into ledger.followed (number) values (?)", statement -> {
                    statement.setLong(1, ((Numbered) delivery.body()).number());
                    return statement.executeUpdate();
                });
                return Decision.nothing("followed");
            }

            @Override
            public void save() {}
        };
    }
}
