package io.ringside.rfq;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.CommandId;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.rfq.desk.Announcement;
import io.ringside.rfq.desk.Refusal;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command that was given up: its sender is told, if it names itself at all, and the risk check lets go of it. */
record AbandonedCommand(String subject, @Nullable String user, byte[] raw, Instant at) {
    /** What can be told of a command whatever else is wrong with it. */
    @Serdeable
    record Names(
            @Nullable String clientRfqId,
            @Nullable String clientQuoteId,
            @Nullable String clientResponseId,
            @Nullable String account,
            @Nullable String user) {
        Optional<String> commandId() {
            return Stream.of(Optional.ofNullable(clientRfqId), Optional.ofNullable(clientQuoteId))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> Optional.ofNullable(clientResponseId));
        }
    }

    List<Emission> told() {
        List<Emission> told = new ArrayList<>();
        Class<?> reserving = Subjects.verbOf(subject).equals("quote") ? SubmitQuote.class : AcceptQuote.class;
        decoded(reserving).flatMap(RfqWork::reserved).ifPresent(reserved -> told.add(reserved.unused()));
        decoded(Names.class).flatMap(this::notice).ifPresent(told::add);
        return told;
    }

    private Optional<Emission> notice(Names names) {
        String addressee = user == null ? names.user : user;
        Optional<String> id = names.commandId();
        if (addressee == null || !Subjects.isToken(addressee) || id.isEmpty() || names.account == null) {
            return Optional.empty();
        }
        return Optional.of(Announcement.refused(
                CommandForm.rfqOf(subject),
                CommandId.told(id.get()),
                names.account,
                addressee,
                Refusal.of(RejectReason.UNDER_INVESTIGATION),
                at));
    }

    private <T> Optional<T> decoded(Class<T> type) {
        try {
            return Optional.of(Wire.decode(raw, type));
        } catch (Wire.UndecodableException e) {
            return Optional.empty();
        }
    }
}
