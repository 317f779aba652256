package io.ringside.gateway.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.order.OrderState;
import io.ringside.gateway.http.Paging;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.identity.Callers;
import io.ringside.gateway.json.Malformed;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/orders}. */
@Controller("/api/v1/orders")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrderController {
    private final OrderStore store;

    OrderController(OrderStore store) {
        this.store = store;
    }

    /**
     * A page.
     *
     * @param nextCursor where the next page starts, absent after the last
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrdersAnswer(List<OrderState> orders, @Nullable String nextCursor) {}

    @Get
    OrdersAnswer list(
            Authentication caller,
            @QueryValue @Nullable String account,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        try {
            int most = Paging.limit(limit);
            List<OrderState> found =
                    store.page(Callers.accounts(caller, account), before(cursor), Paging.isAll(state), most + 1);
            boolean more = found.size() > most;
            List<OrderState> page = more ? found.subList(0, most) : found;
            return new OrdersAnswer(page, more ? cursor(page.getLast()) : null);
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    private static @Nullable UUID before(@Nullable String cursor) throws Malformed {
        return Paging.place(cursor, 2 * Long.BYTES)
                .map(place -> new UUID(place.getLong(), place.getLong()))
                .orElse(null);
    }

    private static String cursor(OrderState last) {
        UUID id = UUID.fromString(last.orderId());
        return Paging.cursor(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()));
    }
}
