package io.ringside.benchmarks.trader;

import io.ringside.benchmarks.trader.Unanswered.Ask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Commands of one client on their way to an answer: asked again with the same body until there is one. */
final class Commands {
    /** An answer that takes longer means that the socket is dead: the gateway itself gives up after 2 s. */
    private static final long ANSWER_NS_MAX = TimeUnit.SECONDS.toNanos(5);
    /** Wait before the next try when the gateway names none. */
    private static final long RETRY_MS = 200;

    private final Requests requests;
    private final TraderEvents events;
    private final Unanswered unanswered = new Unanswered();
    private volatile int open;

    Commands(Requests requests, TraderEvents events) {
        this.requests = requests;
        this.events = events;
    }

    int open() {
        return open;
    }

    void ask(String clientOrderId, String command, @Nullable SocketLink link) {
        Ask ask = unanswered.add(clientOrderId, command);
        open = unanswered.size();
        if (link != null) {
            send(ask, link);
        }
    }

    /** Sends everything again on a new link. */
    void resend(SocketLink link) {
        unanswered.all().forEach(ask -> send(ask, link));
    }

    /** Sends what is due; false when an answer is so late that the link must be dead. */
    boolean sendDue(SocketLink link) {
        for (Ask ask : unanswered.due(System.nanoTime())) {
            if (unanswered.isUnderWay(ask)) {
                return false;
            }
            send(ask, link);
        }
        return true;
    }

    void answered(long request, Inbound message) {
        Ask ask = unanswered.answered(request);
        if (ask == null) {
            return;
        }
        Inbound.Result result = message.result();
        Inbound.Fault fault = message.error();
        if (result != null && result.received() != null) {
            done(ask);
            events.received(ask.clientOrderId, result.received().sequence());
        } else if (fault != null) {
            fault(ask, fault);
        }
    }

    /** The link is gone, and with it the answers that were on their way. */
    void lost() {
        for (Ask ask : unanswered.underWay()) {
            unanswered.doubt(ask, System.nanoTime());
            events.unknown(ask.clientOrderId);
        }
    }

    private void fault(Ask ask, Inbound.Fault fault) {
        Long told = fault.retryAfterMs();
        long next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(told == null ? RETRY_MS : told);
        if (fault.code().equals("UNKNOWN_OUTCOME")) {
            unanswered.doubt(ask, next);
            events.unknown(ask.clientOrderId);
        } else if (ask.perhapsStored() || (fault.temporary() && !events.givesUp(ask.clientOrderId, fault.code()))) {
            unanswered.again(ask, next);
        } else {
            done(ask);
            events.refused(ask.clientOrderId, fault.code());
        }
    }

    private void done(Ask ask) {
        unanswered.done(ask);
        open = unanswered.size();
    }

    private void send(Ask ask, SocketLink link) {
        String text = requests.command(ask.command);
        unanswered.sent(ask, requests.last(), System.nanoTime() + ANSWER_NS_MAX);
        link.send(text);
    }
}
