package io.ringside.local.demo;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Traders for load, described by a pattern. They share one password and therefore one hash. */
@Serdeable(naming = SnakeCaseStrategy.class)
record BenchTraders(
        String because,
        String firm,
        String firmName,
        String traderPrefix,
        String accountPrefix,
        int count,
        String password) {

    /** The tables that hold them, in the order of their references. */
    List<DemoTable> tables() {
        List<Map<String, Object>> traders = new ArrayList<>();
        List<Map<String, Object>> accounts = new ArrayList<>();
        List<Map<String, Object>> links = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String number = String.format(Locale.ROOT, "%03d", i);
            String trader = traderPrefix + number;
            String account = accountPrefix + number;
            traders.add(Map.of(
                    "id", trader, "firm", firm, "name", "Bench " + number, "role", "trader", "password", password));
            accounts.add(Map.of("id", account, "firm", firm, "name", "Bench " + number));
            links.add(Map.of("account", account, "trader", trader));
        }
        return List.of(
                table("identity.firm", List.of("id"), List.of(Map.of("id", firm, "name", firmName))),
                table("identity.trader", List.of("id"), traders),
                table("identity.account", List.of("id"), accounts),
                table("identity.account_trader", List.of("account", "trader"), links));
    }

    private DemoTable table(String name, List<String> key, List<Map<String, Object>> rows) {
        return new DemoTable(name, key, because, List.of("*"), null, rows);
    }
}
