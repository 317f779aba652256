package io.ringside.contracts;

import java.util.regex.Pattern;

/** A command's own id, as its sender made it: 1 to 36 letters, digits, hyphens or underscores. */
public final class CommandId {
    /** Characters of an id. */
    public static final int CHARACTERS_MAX = 36;

    /** What an id looks like. */
    public static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1," + CHARACTERS_MAX + "}");

    private CommandId() {}

    /** Whether a text may be one. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** What its sender is told it by, whatever it sent: enough to know it by, and no more than an id has. */
    public static String told(String text) {
        if (text.length() <= CHARACTERS_MAX) {
            return text;
        }
        // Half a character cannot be told.
        boolean within = Character.isHighSurrogate(text.charAt(CHARACTERS_MAX - 1));
        return text.substring(0, within ? CHARACTERS_MAX - 1 : CHARACTERS_MAX);
    }
}
