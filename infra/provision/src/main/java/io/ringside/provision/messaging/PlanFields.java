package io.ringside.provision.messaging;

import io.micronaut.json.tree.JsonNode;
import io.ringside.provision.ProvisionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one JSON object, each read once; what nobody read is refused by name, so a typing error cannot hide.
 */
final class PlanFields {
    private final String where;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();

    PlanFields(String where, JsonNode node) {
        if (!node.isObject()) {
            throw new ProvisionException(where + " is not a JSON object");
        }
        this.where = where;
        this.node = node;
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new ProvisionException(where + " has no '" + name + "'"));
    }

    Optional<String> optionalText(String name) {
        return value(name).map(value -> {
            require(value.isString(), name, "a text");
            return value.getStringValue();
        });
    }

    /** One of the words, the first when it is left out. */
    String word(String name, String... words) {
        String found = optionalText(name).orElse(words[0]);
        require(List.of(words).contains(found), name, "one of " + List.of(words));
        return found;
    }

    Optional<Long> positive(String name) {
        return value(name).map(value -> {
            require(value.isNumber() && value.getLongValue() > 0, name, "a number above 0");
            return value.getLongValue();
        });
    }

    /** A count, or -1, which is JetStream's word for no limit. */
    long limit(String name) {
        return positive(name).orElse(-1L);
    }

    /** Seconds, zero when left out. */
    Duration seconds(String name) {
        return Duration.ofSeconds(positive(name).orElse(0L));
    }

    boolean flag(String name) {
        return value(name)
                .map(value -> {
                    require(value.isBoolean(), name, "true or false");
                    return value.getBooleanValue();
                })
                .orElse(false);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        value(name).ifPresent(value -> {
            require(value.isArray(), name, "a list of texts");
            for (JsonNode each : value.values()) {
                require(each.isString(), name, "a list of texts");
                texts.add(each.getStringValue());
            }
        });
        require(!texts.isEmpty(), name, "a list of at least one text");
        return texts;
    }

    Optional<PlanFields> object(String name) {
        return value(name).map(value -> new PlanFields(where + "." + name, value));
    }

    List<JsonNode> list(String name) {
        JsonNode value = value(name).orElseThrow(() -> new ProvisionException(where + " has no '" + name + "'"));
        require(value.isArray(), name, "a list");
        List<JsonNode> elements = new ArrayList<>();
        value.values().forEach(elements::add);
        return elements;
    }

    /** To be called once all fields were read. */
    void requireNoMore() {
        for (Map.Entry<String, JsonNode> entry : node.entries()) {
            if (!read.contains(entry.getKey())) {
                throw new ProvisionException(where + " has the unknown field '" + entry.getKey() + "'");
            }
        }
    }

    private Optional<JsonNode> value(String name) {
        read.add(name);
        return Optional.ofNullable(node.get(name));
    }

    private void require(boolean holds, String name, String expected) {
        if (!holds) {
            throw new ProvisionException(where + ": '" + name + "' must be " + expected);
        }
    }
}
