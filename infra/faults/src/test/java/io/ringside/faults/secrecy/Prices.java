package io.ringside.faults.secrecy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Prices that are never given twice, in digits that nothing else on the floor is written with. */
final class Prices {
    /** Decimals of the instrument; the last one is never zero, so that nobody writes them shorter. */
    static final int SCALE = 6;

    private static final int LEAST = 600;
    private static final int MOST = 900;
    private static final int FRACTIONS = 1_000_000;

    private final Set<String> given = new HashSet<>();

    String next(RandomGenerator random) {
        while (true) {
            int fraction = random.nextInt(FRACTIONS / 10) * 10 + random.nextInt(1, 10);
            String price = String.format(Locale.ROOT, "%d.%06d", random.nextInt(LEAST, MOST), fraction);
            if (given.add(price)) {
                return price;
            }
        }
    }

    /** Whether a text has this price in it, with or without its point. */
    static boolean isIn(String text, String price) {
        return text.contains(price) || hasNumber(text, price.replace(".", ""));
    }

    /** A number that begins with these digits; the fraction of a second and the middle of an id do not. */
    private static boolean hasNumber(String text, String digits) {
        for (int at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            if (before != '.' && before != '-' && !Character.isLetterOrDigit(before)) {
                return true;
            }
        }
        return false;
    }
}
