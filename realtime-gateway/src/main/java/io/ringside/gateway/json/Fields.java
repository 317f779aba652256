package io.ringside.gateway.json;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, taken out one by one; whatever is not taken is refused at the end. */
public final class Fields {
    private final String path;
    private final JsonNode object;
    private final Set<String> taken = new HashSet<>();

    private Fields(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /** Of an object that stands at this path, empty for the whole message. */
    public static Fields of(String path, JsonNode object) throws Malformed {
        if (!object.isObject()) {
            throw new Malformed(path.isEmpty() ? null : path, "must be an object");
        }
        return new Fields(path, object);
    }

    /** A required text that matches. */
    public String text(String name, Pattern pattern, String rule) throws Malformed {
        String text = optionalText(name, pattern, rule);
        if (text == null) {
            throw new Malformed(at(name), "is required");
        }
        return text;
    }

    /** A text that matches, or nothing when the field is absent or null. */
    public @Nullable String optionalText(String name, Pattern pattern, String rule) throws Malformed {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isString() || !pattern.matcher(value.getStringValue()).matches()) {
            throw new Malformed(at(name), rule);
        }
        return value.getStringValue();
    }

    /** A required constant of an enum. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) throws Malformed {
        JsonNode value = take(name);
        if (value == null) {
            throw new Malformed(at(name), "is required");
        }
        for (E constant : type.getEnumConstants()) {
            if (value.isString() && constant.name().equals(value.getStringValue())) {
                return constant;
            }
        }
        throw new Malformed(at(name), "must be one of " + List.of(type.getEnumConstants()));
    }

    /** A required whole number within bounds. */
    public long number(String name, long least, long most) throws Malformed {
        JsonNode value = take(name);
        if (value == null || !value.isNumber()) {
            throw new Malformed(at(name), value == null ? "is required" : "must be a number");
        }
        try {
            long number = value.getBigDecimalValue().longValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException e) {
            // A fraction or an overflow breaks the same rule as a number out of bounds.
        }
        throw new Malformed(at(name), "must be a whole number from " + least + " to " + most);
    }

    /** A required object. */
    public Fields object(String name) throws Malformed {
        JsonNode value = take(name);
        if (value == null) {
            throw new Malformed(at(name), "is required");
        }
        return of(at(name), value);
    }

    /** An object, or nothing when the field is absent or null. */
    public @Nullable Fields optionalObject(String name) throws Malformed {
        JsonNode value = take(name);
        return value == null ? null : of(at(name), value);
    }

    /** An object of at most so many fields, or nothing when the field is absent or null. */
    public @Nullable Fields optionalObject(String name, int most) throws Malformed {
        Fields object = optionalObject(name);
        if (object != null && object.names().size() > most) {
            throw new Malformed(at(name), tooMany(most));
        }
        return object;
    }

    /** A required list of texts that match. */
    public List<String> texts(String name, int most, Pattern pattern, String rule) throws Malformed {
        JsonNode value = take(name);
        if (value == null) {
            throw new Malformed(at(name), "is required");
        }
        return texts(name, value, most, pattern, rule);
    }

    /** A list of texts that match, empty when the field is absent or null. */
    public List<String> optionalTexts(String name, int most, Pattern pattern, String rule) throws Malformed {
        JsonNode value = take(name);
        return value == null ? List.of() : texts(name, value, most, pattern, rule);
    }

    private List<String> texts(String name, JsonNode value, int most, Pattern pattern, String rule) throws Malformed {
        if (!value.isArray()) {
            throw new Malformed(at(name), "must be a list");
        }
        if (value.size() > most) {
            throw new Malformed(at(name), tooMany(most));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : value.values()) {
            if (!entry.isString() || !pattern.matcher(entry.getStringValue()).matches()) {
                throw new Malformed(at(name), rule);
            }
            texts.add(entry.getStringValue());
        }
        return texts;
    }

    /** Whether the field is there, and not null. */
    public boolean has(String name) {
        return take(name) != null;
    }

    /** The names of all fields. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.entries()) {
            names.add(entry.getKey());
        }
        return names;
    }

    /** Refuses a field that nobody asked for. */
    public void nothingElse() throws Malformed {
        for (String name : names()) {
            if (!taken.contains(name)) {
                throw new Malformed(at(name), "is not a known field");
            }
        }
    }

    private static String tooMany(int most) {
        return "may have at most " + most + " entries";
    }

    private @Nullable JsonNode take(String name) {
        taken.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String at(String name) {
        String shown = name.length() > 64 ? name.substring(0, 64) : name;
        return path.isEmpty() ? shown : path + '.' + shown;
    }
}
