package io.ringside.marketdata.book;

/**
 * One price of one side, with the exact text that the exchange sent: the checksum is computed from that text.
 *
 * @param volume zero takes the level out of the book
 * @param atMicros the exchange's time of the level, microseconds since the epoch
 */
public record BookLevel(String price, String volume, long atMicros) {
    public BookLevel {
        if (!DecimalText.isDecimal(price) || !DecimalText.isDecimal(volume)) {
            throw new IllegalArgumentException("not a level: price '" + price + "', volume '" + volume + "'");
        }
    }

    boolean isRemoval() {
        return DecimalText.isZero(volume);
    }
}
