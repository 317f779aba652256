package io.ringside.faults.trade;

import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.ClientView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one trader asked and what it believes. Confined to one thread. */
final class Ledger {
    private final String user;
    private final String account;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Set<String> farAway = new HashSet<>();
    private final Map<String, OrderState> orders = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> takenBack = new HashSet<>();
    private int undecided;
    private int gaps;

    Ledger(String user, String account) {
        this.user = user;
        this.account = account;
    }

    void entered(String id, Intent.Enter order) {
        String terms = order.instrument()
                + ' '
                + order.side()
                + ' '
                + new BigDecimal(order.quantity()).stripTrailingZeros().toPlainString();
        asked.put(id, new Asked(account, id, null, terms, Fate.UNANSWERED));
        undecided++;
        if (order.far()) {
            farAway.add(id);
        }
    }

    void takenBack(String id, String original) {
        asked.put(id, new Asked(account, id, original, null, Fate.UNANSWERED));
        takenBack.add(original);
    }

    void answered(String id, Fate fate) {
        Asked before = asked.get(id);
        if (before == null) {
            throw new IllegalStateException("an answer to what was never asked: " + id);
        }
        asked.put(id, new Asked(account, id, before.original(), before.terms(), fate));
        if (fate == Fate.REFUSED && before.isOrder()) {
            undecided--;
        }
        if (fate == Fate.REFUSED && before.original() != null) {
            takenBack.remove(before.original());
        }
    }

    /** The highest version wins; true when this is the order's first outcome. */
    boolean told(OrderState state) {
        String key = ClientView.key(state.account(), state.clientOrderId());
        OrderState before = orders.get(key);
        if (before == null || before.version() < state.version()) {
            orders.put(key, state);
        }
        if (before == null && asked.containsKey(state.clientOrderId())) {
            undecided--;
        }
        return before == null;
    }

    void toldRefused(String refusedAccount, String id) {
        refused.add(ClientView.key(refusedAccount, id));
        Asked command = asked.get(id);
        if (command != null && command.original() != null) {
            takenBack.remove(command.original());
        }
    }

    void gap() {
        gaps++;
    }

    /** Orders without an outcome. */
    int undecided() {
        return undecided;
    }

    /** Open orders of which no cancel is under way. */
    List<String> open(boolean withFarAway) {
        List<String> open = new ArrayList<>();
        for (OrderState order : orders.values()) {
            boolean works = order.status() == OrderStatus.NEW || order.status() == OrderStatus.PARTIALLY_FILLED;
            String id = order.clientOrderId();
            if (works && !takenBack.contains(id) && (withFarAway || !farAway.contains(id))) {
                open.add(id);
            }
        }
        open.sort(null);
        return open;
    }

    List<Asked> asked() {
        return List.copyOf(asked.values());
    }

    ClientView view() {
        return new ClientView(user, Set.of(account), Map.copyOf(orders), Set.copyOf(refused), gaps);
    }
}
