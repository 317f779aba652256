package io.ringside.gateway.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.limit.RateLimits;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes commands: rate, form, ownership, and then JetStream. {@code received} means exactly that a server that syncs to
 * disk has it.
 */
@Singleton
public final class CommandDesk {
    private final CommandForms forms;
    private final RateLimits limits;
    private final CommandPublisher publisher;
    private final MeterRegistry meters;
    private final Timer received;

    CommandDesk(CommandForms forms, RateLimits limits, CommandPublisher publisher, MeterRegistry meters) {
        this.forms = forms;
        this.limits = limits;
        this.publisher = publisher;
        this.meters = meters;
        for (ErrorCode code : ErrorCode.values()) {
            refusals(code);
        }
        received = Timer.builder("ringside.gateway.commands.received")
                .description("from the command to the acknowledgement of JetStream")
                .publishPercentileHistogram()
                .register(meters);
    }

    /** Takes a command; never fails, and does not block. */
    public CompletableFuture<CommandOutcome> take(Grant grant, String type, JsonNode body) {
        return take(grant, type, body, null);
    }

    /**
     * Takes a command that belongs to a trace of its sender.
     *
     * @param trace a W3C {@code traceparent}; a new trace begins where there is none, or none that is valid
     */
    CompletableFuture<CommandOutcome> take(Grant grant, String type, JsonNode body, @Nullable String trace) {
        long wait = limits.take(grant.user(), grant.role(), forms.kindOf(type));
        if (wait > 0) {
            return refused(Fault.later(ErrorCode.RATE_LIMITED, "Too many commands.", wait));
        }
        try {
            Command command = read(forms.of(type), body, grant.user());
            return command.isAllowed(grant)
                    ? send(command, trace)
                    : refused(Fault.of(ErrorCode.FORBIDDEN, "The account is not yours."));
        } catch (Malformed e) {
            return refused(Fault.of(e));
        }
    }

    private static Command read(CommandForm form, JsonNode body, String user) throws Malformed {
        CommandFields fields = CommandFields.of(body);
        Command command = form.reader().read(fields, user);
        fields.nothingElse();
        return command;
    }

    private CompletableFuture<CommandOutcome> send(Command command, @Nullable String trace) {
        Timer.Sample sample = Timer.start(meters);
        return publisher.publish(command, trace).thenApply(outcome -> {
            if (outcome instanceof CommandOutcome.Refused refused) {
                count(refused.fault());
            } else {
                sample.stop(received);
            }
            return outcome;
        });
    }

    private CompletableFuture<CommandOutcome> refused(Fault fault) {
        count(fault);
        return CompletableFuture.completedFuture(new CommandOutcome.Refused(fault));
    }

    private Counter refusals(ErrorCode code) {
        return meters.counter("ringside.gateway.commands.refused", "code", code.name());
    }

    private void count(Fault fault) {
        refusals(fault.code()).increment();
    }
}
