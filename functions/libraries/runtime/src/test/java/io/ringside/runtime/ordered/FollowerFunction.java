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
@Requires(missingProperty = FollowerFunction.ABSENT)
public final class FollowerFunction implements OrderedFunction<String> {
    /** Set where the follower must not run. */
    public static final String ABSENT = "follower.absent";

    static final String TABLES = """
        create table ledger.followed (
            position bigint generated always as identity, account text not null, number bigint not null)\
        """;

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
                jdbc.prepareStatement("insert into ledger.followed (account, number) values (?, ?)", statement -> {
                    statement.setString(1, delivery.subject().split("\\.")[4]);
                    statement.setLong(2, ((Numbered) delivery.body()).number());
                    return statement.executeUpdate();
                });
                return Decision.nothing("followed");
            }

            @Override
            public void save() {}
        };
    }
}
