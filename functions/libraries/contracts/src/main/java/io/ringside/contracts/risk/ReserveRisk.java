package io.ringside.contracts.risk;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code rpc.risk.reserve}: decide these orders and reserve what they may use, all in one transaction.
 * Asking again with the same command id gives the stored verdict.
 */
@Serdeable
public record ReserveRisk(List<Request> requests) {
    /** Orders in one call. */
    public static final int REQUESTS_MAX = 256;
    /** Bytes of a call and of its answer. */
    public static final int BODY_BYTES_MAX = 512 * 1024;

    /**
     * One order or quote to decide; numbers are decimal text.
     *
     * @param replaces a command of the same account and instrument whose reservation this one is measured without: only
     *     one of the two will be used. Whoever asks gives the other back.
     * @param amends an order of the same account and instrument that is to get this quantity and price. It is measured
     *     as if it were new; only what it would be more than it is now is reserved here, besides what the order holds.
     */
    @Serdeable
    public record Request(
            String account,
            String clientOrderId,
            String user,
            String instrument,
            Side side,
            OrderType orderType,
            String quantity,
            @Nullable String limitPrice,
            @Nullable String replaces,
            @Nullable Amended amends) {}

    /**
     * An order that is to get other terms.
     *
     * @param quantity that it has, what is filled included
     */
    @Serdeable
    public record Amended(String clientOrderId, String quantity) {}
}
