package io.ringside.ordersubmit;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.runtime.Delivery;
import io.ringside.testkit.AnOrder;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tests of orders are made of. */
public final class Orders {
    public static final Instant NOON = AnOrder.NOON;

    private Orders() {}

    public static Optional<Verdict> approved(String clientOrderId) {
        return Optional.of(new Verdict("ACC1", clientOrderId, true, null, null, 1, "100.00", null));
    }

    /** What is asked of the risk check for an amend of order c-1, a buy at a limit, of which so much counted before. */
    public static ReserveRisk.Request amendRequest(
            String user, String id, String quantity, String price, String before) {
        return new ReserveRisk.Request(
                "ACC1",
                id,
                user,
                "TIN",
                Side.BUY,
                OrderType.LIMIT,
                quantity,
                price,
                null,
                new ReserveRisk.Amended("c-1", before));
    }

    public static Delivery delivery(String subject, @Nullable String user, Object body) {
        return new Delivery("COMMANDS", 1, NOON, subject, 0, "m-1", user, null, body, new byte[0]);
    }
}
