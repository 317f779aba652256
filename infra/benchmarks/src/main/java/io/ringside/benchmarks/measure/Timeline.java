package io.ringside.benchmarks.measure;

import io.ringside.benchmarks.floor.StreamLog.Stored;
import io.ringside.benchmarks.load.Flight;
import io.ringside.benchmarks.report.Micros;
import io.ringside.benchmarks.report.Percentiles;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.trade.TradeBooked;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of each order went, from the timestamps with which its messages were stored and the moments at
 * which its sender heard of it. All clocks are of one machine. An order's messages are found by their ids: each event
 * id contains the id of the message that caused it.
 */
public final class Timeline {
    private final Map<String, Instant> commands = new HashMap<>();
    private final Map<String, Instant> decisions = new HashMap<>();
    private final Map<String, Instant> entries = new HashMap<>();
    private final Map<String, Instant> executions = new HashMap<>();
    private final Map<String, Instant> endings = new HashMap<>();
    private final Map<String, String> keyOfOrder = new HashMap<>();
    private final Map<String, Instant> trades = new HashMap<>();
    private final Micros bookedToChanged = new Micros();

    /** Takes what was stored during the run. */
    public Timeline(List<Stored> commandLog, List<Stored> eventLog) {
        commandLog.forEach(this::command);
        eventLog.forEach(this::event);
    }

    /** The stages, in the order in which an order passes them. */
    public Map<String, Percentiles> stages(List<Flight> flights) {
        Map<String, Micros> stages = new LinkedHashMap<>();
        for (Flight flight : flights) {
            Instant stored = commands.get(flight.key());
            Instant decided = decisions.get(flight.key());
            Instant entered = entries.get(flight.key());
            Instant executed = executions.get(flight.key());
            Instant ended = endings.get(flight.key());
            add(stages, "due -> command stored", flight.due(), stored);
            add(stages, "command stored -> received at client", stored, flight.receivedAt());
            add(stages, "command stored -> accepted stored", stored, decided);
            add(stages, "accepted stored -> notice at client", decided, flight.decidedAt());
            add(stages, "accepted stored -> venue command stored", decided, entered);
            add(stages, "venue command stored -> execution stored", entered, executed);
            add(stages, "execution stored -> last fact stored", executed, ended);
            add(stages, "last fact stored -> notice at client", ended, flight.finalAt());
        }
        stages.put("booked trade stored -> changed position stored", bookedToChanged);
        Map<String, Percentiles> result = new LinkedHashMap<>();
        stages.forEach((name, micros) -> result.put(name, micros.percentiles()));
        return result;
    }

    private void command(Stored stored) {
        if (stored.subject().startsWith("cmd.order.submit.")) {
            // Account, client order id and hash of the body.
            int hash = stored.messageId().lastIndexOf('/');
            commands.putIfAbsent(
                    hash < 0 ? stored.messageId() : stored.messageId().substring(0, hash), stored.at());
        } else if (stored.subject().startsWith("cmd.venue.enter.")) {
            key(stored.messageId()).ifPresent(key -> entries.putIfAbsent(key, stored.at()));
        }
    }

    private void event(Stored stored) {
        String subject = stored.subject();
        if (subject.startsWith("evt.order.")) {
            orderFact(stored, Subjects.verbOf(subject));
        } else if (subject.startsWith("evt.trade.booked.")) {
            executed(stored);
            trade(stored);
        } else if (subject.startsWith("evt.venue.expired.")) {
            executed(stored);
        } else if (subject.startsWith("evt.position.changed.")) {
            Instant booked = trades.get(between(stored.messageId()));
            if (booked != null) {
                bookedToChanged.add(booked, stored.at());
            }
        }
    }

    private void orderFact(Stored stored, String verb) {
        String orderId = stored.subject().substring(stored.subject().lastIndexOf('.') + 1);
        switch (verb) {
            case "accepted", "rejected" ->
                key(stored.messageId()).ifPresent(key -> {
                    decisions.putIfAbsent(key, stored.at());
                    keyOfOrder.put(orderId, key);
                });
            case "filled", "expired", "cancelled" -> {
                String key = keyOfOrder.get(orderId);
                if (key != null) {
                    endings.putIfAbsent(key, stored.at());
                }
            }
            default -> {}
        }
    }

    private void executed(Stored stored) {
        key(stored.messageId()).ifPresent(key -> executions.put(key, stored.at()));
    }

    private void trade(Stored stored) {
        try {
            trades.put(Wire.decode(stored.body(), TradeBooked.class).executionId(), stored.at());
        } catch (Wire.UndecodableException e) {
            throw new IllegalStateException("a trade that cannot be read: " + stored.messageId(), e);
        }
    }

    /** Account and client order id out of an event id such as {@code router/order-submit/ACCOUNT/ID/0/0}. */
    private static Optional<String> key(String eventId) {
        String marker = "order-submit/";
        int start = eventId.indexOf(marker);
        if (start < 0) {
            return Optional.empty();
        }
        String[] parts = eventId.substring(start + marker.length()).split("/", 3);
        return parts.length < 3 ? Optional.empty() : Optional.of(parts[0] + '/' + parts[1]);
    }

    /** What stands between the function and the number in an event id. */
    private static String between(String eventId) {
        int first = eventId.indexOf('/');
        int last = eventId.lastIndexOf('/');
        return first < 0 || last <= first ? "" : eventId.substring(first + 1, last);
    }

    private static void add(Map<String, Micros> stages, String name, @Nullable Instant from, @Nullable Instant to) {
        Micros micros = stages.computeIfAbsent(name, key -> new Micros());
        if (from != null && to != null) {
            micros.add(from, to);
        }
    }
}
