package io.ringside.benchmarks.trader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands that were not yet answered for good, in the order in which they were first sent. */
final class Unanswered {
    private final Map<String, Ask> byCommand = new LinkedHashMap<>();
    private final Map<Long, Ask> byRequest = new HashMap<>();

    /** One command and how it was asked so far. */
    static final class Ask {
        final String clientOrderId;
        final String command;
        private long request;
        private long nextTryNanos;
        private boolean perhapsStored;

        private Ask(String clientOrderId, String command) {
            this.clientOrderId = clientOrderId;
            this.command = command;
        }

        /** Some earlier try had no certain end. */
        boolean perhapsStored() {
            return perhapsStored;
        }
    }

    Ask add(String clientOrderId, String command) {
        Ask ask = new Ask(clientOrderId, command);
        if (byCommand.putIfAbsent(clientOrderId, ask) != null) {
            throw new IllegalStateException("asked before: " + clientOrderId);
        }
        return ask;
    }

    /** A try is under way; without an answer by then it is asked again. */
    void sent(Ask ask, long request, long answerDueNanos) {
        byRequest.remove(ask.request);
        ask.request = request;
        ask.nextTryNanos = answerDueNanos;
        byRequest.put(request, ask);
    }

    @Nullable
    Ask answered(long request) {
        return byRequest.remove(request);
    }

    /** The last try may or may not have been stored. */
    void doubt(Ask ask, long nextTryNanos) {
        ask.perhapsStored = true;
        again(ask, nextTryNanos);
    }

    /** The last try was not stored; another follows. */
    void again(Ask ask, long nextTryNanos) {
        byRequest.remove(ask.request);
        ask.request = 0;
        ask.nextTryNanos = nextTryNanos;
    }

    void done(Ask ask) {
        byCommand.remove(ask.clientOrderId);
        byRequest.remove(ask.request);
    }

    /** What waits for an answer on the wire right now. */
    List<Ask> underWay() {
        return List.copyOf(byRequest.values());
    }

    List<Ask> all() {
        return List.copyOf(byCommand.values());
    }

    /** What is to be sent (again) by now. */
    List<Ask> due(long nowNanos) {
        List<Ask> due = new ArrayList<>();
        for (Ask ask : byCommand.values()) {
            if (nowNanos - ask.nextTryNanos >= 0) {
                due.add(ask);
            }
        }
        return due;
    }

    /** Whether this try is on the wire. */
    boolean isUnderWay(Ask ask) {
        return byRequest.containsKey(ask.request);
    }

    int size() {
        return byCommand.size();
    }
}
