package io.ringside.faults.trade;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.benchmarks.trader.TraderEvents;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderState;
import io.ringside.faults.evidence.Asked.Fate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What one trader is told, written into its ledger, the tally of all and the history. */
final class Hearing implements TraderEvents {
    /** Every so many refusals for a cause that may pass, one is taken for an answer. */
    private static final int GIVES_UP_ONE_IN = 3;
    /** Wait before a query that failed is asked again. */
    private static final long QUERY_RETRY_MS = 500;

    private final String user;
    private final String account;
    private final Market market;
    private final RandomGenerator random;
    private final HistoryLog log;
    private final Ledger ledger;
    private final Tally tally;
    private @Nullable TraderClient client;
    private long lastSequence;

    Hearing(
            String user,
            String account,
            Market market,
            RandomGenerator random,
            HistoryLog log,
            Ledger ledger,
            Tally tally) {
        this.user = user;
        this.account = account;
        this.market = market;
        this.random = random;
        this.log = log;
        this.ledger = ledger;
        this.tally = tally;
    }

    void of(TraderClient heard) {
        client = heard;
    }

    /** The sequence of the last notice. */
    long lastSequence() {
        return lastSequence;
    }

    @Override
    public void received(String id, long streamSequence) {
        ledger.answered(id, Fate.RECEIVED);
        tally.received();
        log.write(user, "received", id, Long.toString(streamSequence));
    }

    @Override
    public void refused(String id, String code) {
        ledger.answered(id, Fate.REFUSED);
        tally.refused();
        log.write(user, "refused", id, code);
    }

    @Override
    public void unknown(String id) {
        tally.unknown(id);
        log.write(user, "unknown", id, "");
    }

    @Override
    public boolean givesUp(String id, String code) {
        return random.nextInt(GIVES_UP_ONE_IN) == 0;
    }

    @Override
    public void noticed(String type, String epoch, long sequence, JsonNode data) {
        lastSequence = sequence;
        if (type.equals("order.updated")) {
            told(read(data, OrderState.class), "notice " + sequence);
        } else if (type.equals("command.refused")) {
            CommandRefused refusal = read(data, CommandRefused.class);
            ledger.toldRefused(refusal.account(), refusal.clientOrderId());
            log.write(user, "notice " + sequence, refusal.clientOrderId(), refusal.reason());
        } else if (type.equals("orders.mass-cancel")) {
            MassCancelReport report = read(data, MassCancelReport.class);
            ledger.toldReport(report);
            log.write(user, "notice " + sequence, report.clientOrderId(), report.requested() + " requested");
        }
    }

    @Override
    public void told(String channel, JsonNode data) {
        market.quote(data);
    }

    @Override
    public void connected(String mode, boolean gap) {
        tally.connected(mode);
        log.write(user, "connected", mode, "");
        if (gap) {
            ledger.gap();
            readOrders("/api/orders?state=all&limit=500&account=" + account, "");
        }
    }

    @Override
    public void disconnected(int code, @Nullable String reason) {
        log.write(user, "disconnected", Integer.toString(code), "");
    }

    private void told(OrderState state, String how) {
        if (ledger.told(state)) {
            tally.decided();
        }
        log.write(user, how, state.clientOrderId(), state.status() + " v" + state.version());
    }

    /** After a gap the state comes from a query; the highest version wins, so that live notices are not undone. */
    private void readOrders(String query, String cursor) {
        client().signedIn()
                .get(query + cursor)
                .whenCompleteAsync(
                        (answer, failure) -> {
                            if (failure != null) {
                                client().loop()
                                        .schedule(
                                                () -> readOrders(query, cursor), QUERY_RETRY_MS, TimeUnit.MILLISECONDS);
                                return;
                            }
                            JsonNode rows = Objects.requireNonNull(answer.get("orders"));
                            rows.values().forEach(row -> told(read(row, OrderState.class), "queried"));
                            JsonNode next = answer.get("nextCursor");
                            if (next != null && next.isString()) {
                                readOrders(query, "&cursor=" + next.getStringValue());
                            }
                        },
                        client().loop());
    }

    private TraderClient client() {
        return Objects.requireNonNull(client, "no client yet");
    }

    private static <T> T read(JsonNode data, Class<T> type) {
        try {
            return Objects.requireNonNull(ObjectMapper.getDefault().readValueFromTree(data, Argument.of(type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
