package io.ringside.marketdata.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a book in two parallel arrays, the best level last: most changes are near the best price, so little has
 * to move. Keys grow towards the best price on both sides (asks are stored negated).
 */
final class BookSide {
    private static final int ROOM_AT_FIRST = 64;

    private final boolean ask;
    private long[] keys = new long[ROOM_AT_FIRST];
    private @Nullable BookLevel[] levels = new BookLevel[ROOM_AT_FIRST];
    private int size;

    BookSide(boolean ask) {
        this.ask = ask;
    }

    void clear() {
        Arrays.fill(levels, 0, size, null);
        size = 0;
    }

    void set(BookLevel level, int scale) {
        long price = DecimalText.unscaled(level.price(), scale);
        long key = ask ? -price : price;
        int found = Arrays.binarySearch(keys, 0, size, key);
        if (level.isRemoval()) {
            if (found >= 0) {
                remove(found);
            }
        } else if (found >= 0) {
            levels[found] = level;
        } else {
            insert(-found - 1, key, level);
        }
    }

    /** Drops the levels that are farthest from the best until {@code depth} are left, as the exchange does unsaid. */
    void truncate(int depth) {
        int excess = size - depth;
        if (excess > 0) {
            System.arraycopy(keys, excess, keys, 0, depth);
            System.arraycopy(levels, excess, levels, 0, depth);
            Arrays.fill(levels, depth, size, null);
            size = depth;
        }
    }

    int size() {
        return size;
    }

    /** The level at a rank, 0 is the best; null beyond the end. */
    @Nullable
    BookLevel at(int rank) {
        return rank < size ? levels[size - 1 - rank] : null;
    }

    List<BookLevel> bestFirst() {
        List<BookLevel> result = new ArrayList<>(size);
        for (int rank = 0; rank < size; rank++) {
            BookLevel level = at(rank);
            if (level != null) {
                result.add(level);
            }
        }
        return result;
    }

    private void insert(int index, long key, BookLevel level) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            levels = Arrays.copyOf(levels, 2 * size);
        }
        System.arraycopy(keys, index, keys, index + 1, size - index);
        System.arraycopy(levels, index, levels, index + 1, size - index);
        keys[index] = key;
        levels[index] = level;
        size++;
    }

    private void remove(int index) {
        int moved = size - index - 1;
        System.arraycopy(keys, index + 1, keys, index, moved);
        System.arraycopy(levels, index + 1, levels, index, moved);
        levels[--size] = null;
    }
}
