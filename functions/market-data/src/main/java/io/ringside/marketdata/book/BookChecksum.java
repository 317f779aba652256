package io.ringside.marketdata.book;

import java.util.zip.CRC32;

/**
 * Kraken's proof of a book: CRC-32 over the ten best asks, then the ten best bids, each level as the digits of its
 * price and of its volume without the dot and without leading zeros.
 */
final class BookChecksum {
    private static final int LEVELS = 10;
    private static final int NUMBER_CHARACTERS_MAX = 40;

    private final byte[] digits = new byte[2 * LEVELS * 2 * NUMBER_CHARACTERS_MAX];
    private final CRC32 crc = new CRC32();

    long of(BookSide asks, BookSide bids) {
        int length = append(bids, append(asks, 0));
        crc.reset();
        crc.update(digits, 0, length);
        return crc.getValue();
    }

    private int append(BookSide side, int from) {
        int length = from;
        for (int rank = 0; rank < LEVELS; rank++) {
            BookLevel level = side.at(rank);
            if (level == null) {
                break;
            }
            length = append(level.volume(), append(level.price(), length));
        }
        return length;
    }

    private int append(String number, int from) {
        if (number.length() > NUMBER_CHARACTERS_MAX) {
            throw new ArithmeticException("a number of " + number.length() + " characters");
        }
        int length = from;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c != '.' && (c != '0' || length > from)) {
                digits[length++] = (byte) c;
            }
        }
        return length;
    }
}
