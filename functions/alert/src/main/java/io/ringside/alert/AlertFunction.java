package io.ringside.alert;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.CommandId;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Wire;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import io.ringside.runtime.UserCommand;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What functions raise and users acknowledge, in the order of each user. */
@Singleton
final class AlertFunction implements OrderedFunction<Boolean> {
    private final AlertStore store;

    AlertFunction(AlertStore store) {
        this.store = store;
    }

    /** What can be told of a command whatever else is wrong with it. */
    @Serdeable
    record Names(@Nullable String clientCommandId) {}

    @Override
    public String name() {
        return "alert";
    }

    @Override
    public List<Source> sources() {
        return List.of(
                Source.commands("alert", Map.of("raise", RaiseAlert.class, "acknowledge", AcknowledgeAlerts.class)));
    }

    /** An alert is its cause's, however often it is raised; an acknowledgement is its user's and its id's. */
    @Override
    public String identityOf(Delivery delivery) {
        return switch (delivery.body()) {
            case RaiseAlert raise -> "alert:" + raise.alertId();
            case AcknowledgeAlerts command ->
                AlertForm.fault(delivery).isEmpty() ? AlertForm.identity(command) : delivery.messageId();
            default -> delivery.messageId();
        };
    }

    /** Nobody has to be asked. */
    @Override
    public Boolean ask(List<Delivery> batch) {
        return Boolean.TRUE;
    }

    @Override
    public Work begin(List<Delivery> batch, Boolean answers) {
        return new AlertWork(store, store.load(batch));
    }

    /** Of an alert that could not be raised nobody can be told; an operator finds it among the dead letters. */
    @Override
    public List<Emission> whenAbandoned(String subject, @Nullable String user, byte[] raw, Instant at) {
        return decoded(raw)
                .flatMap(names -> Optional.ofNullable(names.clientCommandId()))
                .map(id -> Announcement.refused(
                        CommandId.told(id),
                        UserCommand.sender(user, subject),
                        List.of(),
                        RejectReason.UNDER_INVESTIGATION,
                        at))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Names> decoded(byte[] raw) {
        try {
            return Optional.of(Wire.decode(raw, Names.class));
        } catch (Wire.UndecodableException e) {
            return Optional.empty();
        }
    }
}
