package io.ringside.trading.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Decimal text to scaled integers and back. No exponent, no sign but minus, no blank. */
final class DecimalText {
    /** Characters of a number; longer ones are refused unread. */
    static final int LENGTH_MAX = 40;
    /** Decimals that a scaled long can have. */
    static final int SCALE_MAX = 18;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private DecimalText() {}

    static Parsed<Long> read(String text, int scale) {
        if (text.length() > LENGTH_MAX) {
            return new Parsed.Broken<>(Parsed.Fault.NOT_A_NUMBER, "is longer than " + LENGTH_MAX + " characters");
        }
        if (!NUMBER.matcher(text).matches()) {
            return new Parsed.Broken<>(Parsed.Fault.NOT_A_NUMBER, "is not a decimal number");
        }
        BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
        if (exact.scale() > scale) {
            return new Parsed.Broken<>(Parsed.Fault.TOO_FINE, "has more than " + scale + " decimals");
        }
        BigInteger unscaled = exact.setScale(scale).unscaledValue();
        if (unscaled.bitLength() >= Long.SIZE) {
            return new Parsed.Broken<>(Parsed.Fault.TOO_LARGE, "is too large");
        }
        return new Parsed.Value<>(unscaled.longValueExact());
    }

    static String write(long unscaled, int scale) {
        return BigDecimal.valueOf(unscaled, scale).toPlainString();
    }

    static String write(BigInteger unscaled, int scale) {
        return new BigDecimal(unscaled, scale).toPlainString();
    }

    static int checkedScale(int scale) {
        if (scale < 0 || scale > SCALE_MAX) {
            throw new IllegalArgumentException("scale " + scale + " is not within 0 to " + SCALE_MAX);
        }
        return scale;
    }

    static void sameScale(int one, int other) {
        if (one != other) {
            throw new IllegalArgumentException("scales differ: " + one + " and " + other);
        }
    }
}
