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
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.identity.Callers;
import io.ringside.gateway.json.Malformed;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/orders}. */
@Controller("/api/orders")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrderController {
    /** Orders in one answer, if nobody asks for another number. */
    private static final int PAGE = 100;
    /** Orders in one answer at most. */
    private static final int PAGE_MAX = 500;

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
            int most = limit == null ? PAGE : limit(limit);
            List<OrderState> found =
                    store.page(Callers.accounts(caller, account), before(cursor), isAll(state), most + 1);
            boolean more = found.size() > most;
            List<OrderState> page = more ? found.subList(0, most) : found;
            return new OrdersAnswer(page, more ? cursor(page.getLast()) : null);
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    private static boolean isAll(@Nullable String state) throws Malformed {
        if (state != null && !state.equals("open") && !state.equals("all")) {
            throw new Malformed("state", "must be open or all");
        }
        return !"open".equals(state);
    }

    private static int limit(String limit) throws Malformed {
        if (limit.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= PAGE_MAX) {
                return number;
            }
        }
        throw new Malformed("limit", "must be a whole number from 1 to " + PAGE_MAX);
    }

    private static @Nullable UUID before(@Nullable String cursor) throws Malformed {
        if (cursor == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 2 * Long.BYTES) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException e) {
            // Not base64: the same rule is broken as by another length.
        }
        throw new Malformed("cursor", "must be a cursor of an earlier answer");
    }

    private static String cursor(OrderState last) {
        UUID id = UUID.fromString(last.orderId());
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
