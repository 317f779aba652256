package io.ringside.faults.alert;

import io.micronaut.json.tree.JsonNode;
import io.ringside.benchmarks.trader.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages of a client that follows the channel of alerts, numbered, and what it reads of the answers. */
final class AlertText {
    static final String CHANNEL = "alerts";

    private long last;

    String connect(String ticket, @Nullable Position position) {
        String positions = position == null ? "{}" : "{\"" + CHANNEL + "\":" + text(position) + '}';
        return numbered("connect") + "{\"ticket\":\"" + ticket + "\",\"client\":\"ringside-faults/1\",\"channels\":[\""
                + CHANNEL + "\"],\"positions\":" + positions + "}}";
    }

    String resync(@Nullable Position position) {
        return numbered("resync") + "{\"channel\":\"" + CHANNEL + "\",\"position\":"
                + (position == null ? "null" : text(position)) + "}}";
    }

    String refresh(String ticket) {
        return numbered("refresh") + "{\"ticket\":\"" + ticket + "\"}}";
    }

    String acknowledge(Reading.Command command) {
        String ids = command.alertIds().stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        return numbered("command") + "{\"type\":\"alert.acknowledge\",\"body\":{\"clientCommandId\":\"" + command.id()
                + "\",\"alertIds\":" + ids + "}}}";
    }

    static String alertId(JsonNode alert) {
        return string(alert, "alertId");
    }

    static String commandId(JsonNode outcome) {
        return string(outcome, "clientCommandId");
    }

    /** Everything that an outcome says is acknowledged, by it or before. */
    static List<String> settled(JsonNode outcome) {
        List<String> ids = new ArrayList<>();
        for (String field : List.of("alertIds", "already")) {
            JsonNode list = outcome.get(field);
            if (list != null) {
                list.values().forEach(id -> ids.add(id.getStringValue()));
            }
        }
        return ids;
    }

    static String string(JsonNode node, String field) {
        return Objects.requireNonNull(node.get(field), field).getStringValue();
    }

    private String numbered(String kind) {
        return "{\"id\":" + ++last + ",\"" + kind + "\":";
    }

    private static String text(Position position) {
        return "{\"epoch\":\"" + position.epoch() + "\",\"sequence\":" + position.sequence() + '}';
    }
}
