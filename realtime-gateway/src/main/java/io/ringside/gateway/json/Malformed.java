package io.ringside.gateway.json;

import org.jspecify.annotations.Nullable;

/** What a client sent is not what was asked for; the field and the rule that it breaks are told to the client. */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    /** The whole message breaks a rule. */
    public Malformed(String rule) {
        this(null, rule);
    }

    /** One field breaks a rule. */
    public Malformed(@Nullable String field, String rule) {
        super(rule, null, false, false);
        this.field = field;
    }

    /** The field, or nothing when the message as a whole is meant. */
    public @Nullable String field() {
        return field;
    }

    /** The broken rule as a sentence. */
    public String rule() {
        return String.valueOf(getMessage());
    }
}
