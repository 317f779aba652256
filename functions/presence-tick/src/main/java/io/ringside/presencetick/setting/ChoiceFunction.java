package io.ringside.presencetick.setting;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.presencetick.board.Board;
import io.ringside.presencetick.choice.ChoiceStore;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import io.ringside.runtime.UserCommand;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows what users choose, in the order of each user; who owns a user's partition also tells of that user. */
@Singleton
final class ChoiceFunction implements OrderedFunction<Boolean> {
    private final ChoiceStore store;
    private final Board board;

    ChoiceFunction(ChoiceStore store, Board board) {
        this.store = store;
        this.board = board;
    }

    /** What can be told of a command whatever else is wrong with it. */
    @Serdeable
    record Names(@Nullable String clientCommandId) {}

    @Override
    public String name() {
        return "presence-tick";
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.commands("presence", Map.of("set", SetPresence.class)));
    }

    @Override
    public String identityOf(Delivery delivery) {
        return ChoiceForm.fault(delivery).isPresent()
                ? delivery.messageId()
                : ChoiceForm.identity((SetPresence) delivery.body());
    }

    /** Nobody has to be asked. */
    @Override
    public Boolean ask(List<Delivery> batch) {
        return Boolean.TRUE;
    }

    @Override
    public Work begin(List<Delivery> batch, Boolean answers) {
        return ChoiceWork.begin(batch, store, board);
    }

    @Override
    public List<Emission> whenAbandoned(String subject, @Nullable String user, byte[] raw, Instant at) {
        try {
            String id = Objects.requireNonNullElse(Wire.decode(raw, Names.class).clientCommandId(), "");
            RejectReason reason = RejectReason.UNDER_INVESTIGATION;
            String sender = UserCommand.sender(user, subject);
            return List.of(ChoiceForm.refused(id, sender, reason, reason.sentence(), at));
        } catch (Wire.UndecodableException e) {
            return List.of();
        }
    }

    @Override
    public void owns(Set<Integer> partitions) {
        board.owns(partitions);
    }
}
