package io.ringside.faults.alert;

import io.micronaut.json.tree.JsonNode;
import io.ringside.benchmarks.trader.SignedIn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The alerts of a user in the book of record, read by HTTP page after page. */
final class AlertPages {
    private static final int PAGE = 500;

    private AlertPages() {}

    /** Ids, the oldest first. */
    static CompletableFuture<List<String>> of(SignedIn user, boolean acknowledged) {
        return page(user, "/api/v1/alerts?acknowledged=" + acknowledged + "&limit=" + PAGE, "", new ArrayList<>());
    }

    private static CompletableFuture<List<String>> page(
            SignedIn user, String query, String cursor, List<String> newestFirst) {
        return user.get(query + cursor).thenCompose(answer -> {
            Objects.requireNonNull(answer.get("alerts"), "alerts")
                    .values()
                    .forEach(alert -> newestFirst.add(AlertText.alertId(alert)));
            JsonNode next = answer.get("nextCursor");
            if (next != null && next.isString()) {
                return page(user, query, "&cursor=" + next.getStringValue(), newestFirst);
            }
            Collections.reverse(newestFirst);
            return CompletableFuture.completedFuture(List.copyOf(newestFirst));
        });
    }
}
