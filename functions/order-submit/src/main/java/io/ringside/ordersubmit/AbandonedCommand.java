package io.ringside.ordersubmit;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.CommandId;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.ordersubmit.desk.Announcement;
import io.ringside.ordersubmit.desk.Refusal;
import io.ringside.runtime.Emission;
import io.ringside.runtime.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command that was given up. Its sender is told, if it names itself at all; and an order that may have been
 * reserved is rejected, and what may have been reserved for an amend is unused, so that the risk check lets go of it.
 */
record AbandonedCommand(String subject, @Nullable String user, byte[] raw, Instant at) {
    private static final String COMMANDS = "cmd.";
    private static final String SUBMIT = "submit";
    private static final String AMEND = "amend";
    private static final Refusal REFUSAL = Refusal.of(RejectReason.UNDER_INVESTIGATION);

    /** What can be told of a command whatever else is wrong with it. */
    @Serdeable
    record Names(
            @Nullable String clientOrderId,
            @Nullable String originalClientOrderId,
            @Nullable String account,
            @Nullable String user) {}

    List<Emission> told(Ids ids) {
        if (!subject.startsWith(COMMANDS)) {
            return List.of();
        }
        List<Emission> told = new ArrayList<>();
        submitted()
                .map(order -> REFUSAL.rejected(order, ids.next().toString(), at))
                .ifPresent(order -> told.add(Announcement.fact("rejected", order)));
        amended()
                .ifPresent(amend ->
                        told.add(Announcement.unused(amend.account(), amend.clientOrderId(), amend.user(), null)));
        decoded(Names.class).flatMap(this::notice).ifPresent(told::add);
        return told;
    }

    /** The order that the risk check may have been asked for: nobody's but the account's it was received for. */
    private Optional<SubmitOrder> submitted() {
        if (!Subjects.verbOf(subject).equals(SUBMIT)) {
            return Optional.empty();
        }
        return decoded(SubmitOrder.class)
                .filter(order -> CommandForm.speaksFor(order.account(), subject))
                .filter(order -> CommandForm.isId(order.clientOrderId()));
    }

    /** An amend that the risk check may have been asked for; nobody knows any more what order it was of. */
    private Optional<AmendOrder> amended() {
        if (!Subjects.verbOf(subject).equals(AMEND)) {
            return Optional.empty();
        }
        return decoded(AmendOrder.class)
                .filter(amend -> CommandForm.speaksFor(amend.account(), subject))
                .filter(amend -> CommandForm.isId(amend.clientOrderId()));
    }

    private Optional<Emission> notice(Names names) {
        String addressee = user == null ? names.user : user;
        if (addressee == null || !Subjects.isToken(addressee) || names.clientOrderId == null || names.account == null) {
            return Optional.empty();
        }
        String original = names.originalClientOrderId == null ? null : CommandId.told(names.originalClientOrderId);
        return Optional.of(Announcement.refused(
                CommandId.told(names.clientOrderId), original, names.account, addressee, REFUSAL, at));
    }

    private <T> Optional<T> decoded(Class<T> type) {
        try {
            return Optional.of(Wire.decode(raw, type));
        } catch (Wire.UndecodableException e) {
            return Optional.empty();
        }
    }
}
