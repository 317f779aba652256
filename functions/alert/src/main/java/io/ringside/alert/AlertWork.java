package io.ringside.alert;

import io.ringside.contracts.CommandId;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.UserCommand;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch: each message to the book, the alerts to the store. */
final class AlertWork implements OrderedFunction.Work {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWork.class);

    private final AlertStore store;
    private final AlertBook book;

    AlertWork(AlertStore store, AlertBook book) {
        this.store = store;
        this.book = book;
    }

    @Override
    public Decision decide(Delivery delivery) {
        return switch (delivery.body()) {
            case RaiseAlert raise -> book.raise(raise, delivery.at());
            case AcknowledgeAlerts acknowledge -> {
                Optional<String> fault = AlertForm.fault(delivery);
                yield fault.isPresent()
                        ? refused(delivery, RejectReason.MALFORMED, fault.get())
                        : book.acknowledge(acknowledge, delivery.at());
            }
            default -> throw new IllegalStateException("no rule for " + delivery.subject());
        };
    }

    /** An alert that is raised again with other words stands as it was raised first. */
    @Override
    public Decision conflict(Delivery delivery) {
        if (delivery.body() instanceof RaiseAlert raise) {
            LOG.error("alert {} was raised before in other words: {}", raise.alertId(), raise.text());
            return Decision.nothing("contradiction");
        }
        return refused(delivery, RejectReason.DUPLICATE_ID, RejectReason.DUPLICATE_ID.sentence());
    }

    @Override
    public void save() {
        store.save(book.changed());
    }

    private static Decision refused(Delivery delivery, RejectReason reason, String text) {
        String id = ((AcknowledgeAlerts) delivery.body()).clientCommandId();
        return Decision.of(
                "refused",
                List.of(Announcement.refused(
                        CommandId.told(id),
                        UserCommand.sender(delivery.user(), delivery.subject()),
                        List.of(),
                        reason,
                        text,
                        delivery.at())));
    }
}
