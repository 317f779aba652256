package io.ringside.gateway.command;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.CommandId;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.gateway.json.Fields;
import io.ringside.gateway.json.Malformed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a command's body, in the words that all commands share. */
public final class CommandFields {
    static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    // One spelling only: the text decides to which partition a command goes.
    static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z");
    private static final String TIME_RULE = "must be a time in UTC, like 2026-11-21T12:00:00Z";
    static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final String ID_RULE = "must be 1 to 36 letters, digits, hyphens or underscores";
    private static final String TOKEN_RULE = "must be 1 to 64 letters, digits, hyphens or underscores";
    private static final String UUID_RULE = "must be a UUID in lower case";
    private static final String DECIMAL_RULE =
            "must be a decimal number as text, at most 18 digits before and after the point, without sign or exponent";

    private final Fields fields;

    private CommandFields(Fields fields) {
        this.fields = fields;
    }

    static CommandFields of(JsonNode body) throws Malformed {
        return new CommandFields(Fields.of("", body));
    }

    /** An id that a sender made. */
    public String id(String name) throws Malformed {
        return fields.text(name, CommandId.FORM, ID_RULE);
    }

    /** The name of an account, an instrument or a user. */
    public String token(String name) throws Malformed {
        return fields.text(name, TOKEN, TOKEN_RULE);
    }

    /** Such a name, or nothing. */
    public @Nullable String optionalToken(String name) throws Malformed {
        return fields.optionalText(name, TOKEN, TOKEN_RULE);
    }

    /** Such names, no one twice; none where the field is absent. */
    public List<String> optionalTokens(String name, int most) throws Malformed {
        List<String> tokens = fields.optionalTexts(name, most, TOKEN, "may only name what " + TOKEN_RULE);
        if (new HashSet<>(tokens).size() < tokens.size()) {
            throw new Malformed(name, "must not name one twice");
        }
        return tokens;
    }

    /** Such names, at least one. */
    public List<String> tokens(String name, int most) throws Malformed {
        List<String> tokens = optionalTokens(name, most);
        if (tokens.isEmpty()) {
            throw new Malformed(name, "must name 1 to " + most);
        }
        return tokens;
    }

    /** An id that the floor made. */
    public String uuid(String name) throws Malformed {
        return fields.text(name, UUID, UUID_RULE);
    }

    /** A price or a quantity. */
    public String decimal(String name) throws Malformed {
        return fields.text(name, DECIMAL, DECIMAL_RULE);
    }

    /** A price or a quantity, or nothing. */
    public @Nullable String optionalDecimal(String name) throws Malformed {
        return fields.optionalText(name, DECIMAL, DECIMAL_RULE);
    }

    /** A line that everybody may read, or nothing. */
    public @Nullable String optionalMessage(String name) throws Malformed {
        return fields.optionalText(name, SetPresence.MESSAGE, SetPresence.MESSAGE_RULE);
    }

    /** A time in UTC, or nothing. */
    public @Nullable Instant optionalTime(String name) throws Malformed {
        String text = fields.optionalText(name, TIME, TIME_RULE);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Malformed(name, TIME_RULE);
        }
    }

    /** A constant of an enum. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) throws Malformed {
        return fields.constant(name, type);
    }

    /** A constant of an enum, or nothing. */
    public <E extends Enum<E>> @Nullable E optionalConstant(String name, Class<E> type) throws Malformed {
        return fields.has(name) ? fields.constant(name, type) : null;
    }

    /** A whole number within bounds. */
    public int number(String name, int least, int most) throws Malformed {
        return Math.toIntExact(fields.number(name, least, most));
    }

    void nothingElse() throws Malformed {
        fields.nothingElse();
    }
}
