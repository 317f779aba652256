package io.ringside.local.demo;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Traders for load, described by a pattern. They share one password and therefore one hash.
 *
 * @param accountPrefix of everybody's own account; absent where they share one, which has the name of the firm
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record BenchTraders(
        String because,
        String firm,
        String firmName,
        String traderPrefix,
        @Nullable String accountPrefix,
        int count,
        String password) {

    /** The tables that hold them, in the order of their references. */
    List<DemoTable> tables() {
        List<Map<String, Object>> traders = new ArrayList<>();
        Map<String, Map<String, Object>> accounts = new LinkedHashMap<>();
        List<Map<String, Object>> links = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String number = String.format(Locale.ROOT, "%03d", i);
            String trader = traderPrefix + number;
            String name = firmName + ' ' + number;
            traders.add(Map.of("id", trader, "firm", firm, "name", name, "role", "trader", "password", password));
            String account = accountPrefix == null ? firm.toUpperCase(Locale.ROOT) : accountPrefix + number;
            accounts.put(account, Map.of("id", account, "firm", firm, "name", accountPrefix == null ? firmName : name));
            links.add(Map.of("account", account, "trader", trader));
        }
        return List.of(
                table("identity.firm", List.of("id"), List.of(Map.of("id", firm, "name", firmName))),
                table("identity.trader", List.of("id"), traders),
                table("identity.account", List.of("id"), List.copyOf(accounts.values())),
                table("identity.account_trader", List.of("account", "trader"), links));
    }

    private DemoTable table(String name, List<String> key, List<Map<String, Object>> rows) {
        return new DemoTable(name, key, because, List.of("*"), null, rows);
    }
}
