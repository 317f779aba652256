package io.ringside.contracts.order;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notice {@code orders.mass-cancel} to whoever sent {@link CancelOrders}: what was found. What becomes of each order is
 * told as of every order, in {@link OrderState}.
 *
 * @param matched open orders that the command names: the sum of the three that follow
 * @param requested orders whose cancel this command began
 * @param alreadyPending orders whose cancel was under way before
 * @param remaining orders beyond the limit of one command, untouched
 */
@Serdeable
public record MassCancelReport(
        String clientOrderId,
        String account,
        String user,
        @Nullable String instrument,
        @Nullable Side side,
        int matched,
        int requested,
        int alreadyPending,
        int remaining,
        Instant at) {}
