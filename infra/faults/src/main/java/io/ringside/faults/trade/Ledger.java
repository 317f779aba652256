package io.ringside.faults.trade;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.Asked.Verb;
import io.ringside.faults.evidence.ClientView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one trader asked and what it believes. Confined to one thread. */
final class Ledger {
    private final String user;
    private final String account;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Set<String> farAway = new HashSet<>();
    private final Map<String, OrderState> orders = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> takenBack = new HashSet<>();
    private int undecided;
    private int gaps;

    Ledger(String user, String account) {
        this.user = user;
        this.account = account;
    }

    void entered(String id, Intent.Enter order) {
        ask(Verb.SUBMIT, id, null, terms(order.instrument(), order.side(), order.quantity()));
        undecided++;
        if (order.far()) {
            farAway.add(id);
        }
    }

    void amended(String id, Intent.Amend amend) {
        OrderState order = amend.order();
        String terms = terms(order.instrument(), order.side(), amend.quantity());
        ask(Verb.AMEND, id, order.clientOrderId(), terms);
    }

    void takenBack(String id, String original) {
        ask(Verb.CANCEL, id, original, null);
        takenBack.add(original);
    }

    void allTakenBack(String id) {
        ask(Verb.CANCEL_ALL, id, null, null);
    }

    void answered(String id, Fate fate) {
        Asked before = asked.get(id);
        if (before == null) {
            throw new IllegalStateException("an answer to what was never asked: " + id);
        }
        asked.put(id, before.answered(fate));
        if (fate == Fate.REFUSED) {
            if (before.isOrder()) {
                undecided--;
            }
            mayBeTakenBackAgain(before);
        }
    }

    /** The highest version wins; true when this is the order's first outcome. */
    boolean told(OrderState state) {
        taken(state.account(), state.cancelId());
        taken(state.account(), state.amendId());
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
        if (command != null) {
            mayBeTakenBackAgain(command);
        }
    }

    void toldReport(MassCancelReport report) {
        taken(report.account(), report.clientOrderId());
    }

    void gap() {
        gaps++;
    }

    /** Orders without an outcome. */
    int undecided() {
        return undecided;
    }

    /** Open orders of which no cancel is under way. */
    List<OrderState> open(boolean withFarAway) {
        List<OrderState> open = new ArrayList<>();
        for (OrderState order : orders.values()) {
            boolean works = order.status() == OrderStatus.NEW || order.status() == OrderStatus.PARTIALLY_FILLED;
            String id = order.clientOrderId();
            if (works && !takenBack.contains(id) && (withFarAway || !farAway.contains(id))) {
                open.add(order);
            }
        }
        open.sort(Comparator.comparing(OrderState::clientOrderId));
        return open;
    }

    List<Asked> asked() {
        return List.copyOf(asked.values());
    }

    ClientView view() {
        return new ClientView(user, Set.of(account), Map.copyOf(orders), Set.copyOf(taken), Set.copyOf(refused), gaps);
    }

    private void ask(Verb verb, String id, @Nullable String original, @Nullable String terms) {
        asked.put(id, new Asked(verb, account, id, original, terms, Fate.UNANSWERED));
    }

    private void taken(String ofAccount, @Nullable String command) {
        if (command != null) {
            taken.add(ClientView.key(ofAccount, command));
        }
    }

    private void mayBeTakenBackAgain(Asked refusedOne) {
        if (refusedOne.verb() == Verb.CANCEL) {
            takenBack.remove(refusedOne.original());
        }
    }

    private static String terms(String instrument, Side side, String quantity) {
        return instrument
                + ' '
                + side
                + ' '
                + new BigDecimal(quantity).stripTrailingZeros().toPlainString();
    }
}
