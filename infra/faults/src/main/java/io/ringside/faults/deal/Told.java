package io.ringside.faults.deal;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.contracts.rfq.RfqView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a gateway tells of requests for quotes, as records. */
final class Told {
    /** Wait before a query that failed is asked again. */
    private static final long QUERY_RETRY_MS = 500;

    private Told() {}

    static <T> T read(JsonNode data, Class<T> type) {
        try {
            return Objects.requireNonNull(ObjectMapper.getDefault().readValueFromTree(data, Argument.of(type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every request of a client, one after the other on its event loop, asked for until there is an answer. */
    static void allRequests(TraderClient client, Consumer<RfqView> each) {
        requests(client, "", each);
    }

    private static void requests(TraderClient client, String cursor, Consumer<RfqView> each) {
        client.signedIn()
                .get("/api/rfqs?state=all&limit=500" + cursor)
                .whenCompleteAsync(
                        (answer, failure) -> {
                            if (failure != null) {
                                var unused = client.loop()
                                        .schedule(
                                                () -> requests(client, cursor, each),
                                                QUERY_RETRY_MS,
                                                TimeUnit.MILLISECONDS);
                                return;
                            }
                            Objects.requireNonNull(answer.get("rfqs"))
                                    .values()
                                    .forEach(row -> each.accept(read(row, RfqView.class)));
                            JsonNode next = answer.get("nextCursor");
                            if (next != null && next.isString()) {
                                requests(client, "&cursor=" + next.getStringValue(), each);
                            }
                        },
                        client.loop());
    }
}
