package io.ringside.presencetick.setting;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.presencetick.board.Board;
import io.ringside.presencetick.choice.Choice;
import io.ringside.presencetick.choice.ChoiceStore;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.UserCommand;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The choices of one batch. */
final class ChoiceWork implements OrderedFunction.Work {
    private static final String CHOSEN = "presence.chosen";

    private final Map<String, Choice> choices;
    private final Map<String, Choice> changed = new LinkedHashMap<>();
    private final ChoiceStore store;
    private final Board board;

    private ChoiceWork(Map<String, Choice> choices, ChoiceStore store, Board board) {
        this.choices = choices;
        this.store = store;
        this.board = board;
    }

    static ChoiceWork begin(List<Delivery> batch, ChoiceStore store, Board board) {
        Set<String> users = batch.stream()
                .map(delivery -> UserCommand.addressee(delivery.subject()))
                .collect(Collectors.toSet());
        Map<String, Choice> choices = new HashMap<>();
        users.forEach(user -> choices.put(user, Choice.none(user)));
        store.of(users).forEach(choice -> choices.put(choice.user(), choice));
        return new ChoiceWork(choices, store, board);
    }

    @Override
    public Decision decide(Delivery delivery) {
        SetPresence command = (SetPresence) delivery.body();
        Optional<String> fault = ChoiceForm.fault(delivery);
        if (fault.isPresent()) {
            return refused(delivery, RejectReason.MALFORMED, fault.get());
        }
        Choice after = Objects.requireNonNull(choices.get(command.user())).after(command, delivery.at());
        choices.put(command.user(), after);
        changed.put(command.user(), after);
        Emission notice = new Emission(Subjects.inbox(command.user()), CHOSEN, after.told(command.clientCommandId()));
        return Decision.of("chosen", List.of(notice));
    }

    @Override
    public Decision conflict(Delivery delivery) {
        return refused(delivery, RejectReason.DUPLICATE_ID, RejectReason.DUPLICATE_ID.sentence());
    }

    @Override
    public void save() {
        if (!changed.isEmpty()) {
            store.save(changed.values());
        }
    }

    @Override
    public void committed() {
        board.chosen(changed.values());
    }

    private static Decision refused(Delivery delivery, RejectReason reason, String text) {
        String id = ((SetPresence) delivery.body()).clientCommandId();
        String user = UserCommand.sender(delivery.user(), delivery.subject());
        return Decision.of("refused", List.of(ChoiceForm.refused(id, user, reason, text, delivery.at())));
    }
}
