package io.ringside.marketdata.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The book as anybody would write it first: the measure for the fast one. */
final class NaiveBook {
    private final int depthMax;
    private final TreeMap<BigDecimal, BookLevel> asks = new TreeMap<>();
    private final TreeMap<BigDecimal, BookLevel> bids = new TreeMap<>(Comparator.reverseOrder());

    NaiveBook(int depthMax) {
        this.depthMax = depthMax;
    }

    void replace(List<BookLevel> newAsks, List<BookLevel> newBids) {
        asks.clear();
        bids.clear();
        apply(newAsks, newBids);
    }

    void apply(List<BookLevel> changedAsks, List<BookLevel> changedBids) {
        apply(asks, changedAsks);
        apply(bids, changedBids);
    }

    List<BookLevel> asks() {
        return new ArrayList<>(asks.values());
    }

    List<BookLevel> bids() {
        return new ArrayList<>(bids.values());
    }

    long checksum() {
        StringBuilder text = new StringBuilder();
        asks.values().stream().limit(10).forEach(level -> append(text, level));
        bids.values().stream().limit(10).forEach(level -> append(text, level));
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    private void apply(TreeMap<BigDecimal, BookLevel> side, List<BookLevel> changes) {
        for (BookLevel level : changes) {
            if (new BigDecimal(level.volume()).signum() == 0) {
                side.remove(new BigDecimal(level.price()));
            } else {
                side.put(new BigDecimal(level.price()), level);
            }
        }
        while (side.size() > depthMax) {
            side.pollLastEntry();
        }
    }

    private static void append(StringBuilder text, BookLevel level) {
        text.append(level.price().replace(".", "").replaceFirst("^0+", ""));
        text.append(level.volume().replace(".", "").replaceFirst("^0+", ""));
    }
}
