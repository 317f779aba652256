package io.ringside.marketdata.book;

/** Unsigned decimal numbers in the text they travel in: digits with at most one dot. */
public final class DecimalText {
    private static final int SCALE_MAX = 18;

    private DecimalText() {}

    /** Whether the text is digits, with at most one dot that has digits on both sides. */
    public static boolean isDecimal(String text) {
        int dot = text.indexOf('.');
        if (dot == 0 || dot == text.length() - 1 || text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != dot && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Digits behind the dot. */
    public static int decimals(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? 0 : text.length() - dot - 1;
    }

    /** Whether the number is zero. */
    public static boolean isZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '0' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /**
     * The number times ten to the power of {@code scale}.
     *
     * @throws ArithmeticException when that is no integer or does not fit
     */
    public static long unscaled(String text, int scale) {
        if (scale < 0 || scale > SCALE_MAX || !isDecimal(text)) {
            throw new ArithmeticException("'" + text + "' is no decimal number of scale " + scale);
        }
        long value = 0;
        int behindDot = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                behindDot = 0;
            } else if (behindDot < scale) {
                value = Math.addExact(Math.multiplyExact(value, 10L), c - '0');
                behindDot += behindDot < 0 ? 0 : 1;
            } else if (c != '0') {
                throw new ArithmeticException(text + " has more than " + scale + " decimals");
            }
        }
        for (int i = Math.max(behindDot, 0); i < scale; i++) {
            value = Math.multiplyExact(value, 10L);
        }
        return value;
    }

    /**
     * The same number with exactly {@code scale} decimals.
     *
     * @throws ArithmeticException when it has more than that
     */
    public static String rescaled(String text, int scale) {
        int decimals = decimals(text);
        if (decimals == scale) {
            return text;
        }
        if (decimals < scale) {
            return text + (decimals == 0 ? "." : "") + "0".repeat(scale - decimals);
        }
        int cut = text.length() - (decimals - scale);
        if (!isZero(text.substring(cut))) {
            throw new ArithmeticException(text + " has more than " + scale + " decimals");
        }
        return text.substring(0, scale == 0 ? cut - 1 : cut);
    }

    /** An integer of ticks, lots or the like as text with {@code scale} decimals. */
    public static String of(long unscaled, int scale) {
        if (unscaled < 0) {
            throw new ArithmeticException("negative: " + unscaled);
        }
        if (scale == 0) {
            return Long.toString(unscaled);
        }
        String digits = Long.toString(unscaled);
        if (digits.length() <= scale) {
            digits = "0".repeat(scale - digits.length() + 1) + digits;
        }
        int dot = digits.length() - scale;
        return digits.substring(0, dot) + '.' + digits.substring(dot);
    }
}
