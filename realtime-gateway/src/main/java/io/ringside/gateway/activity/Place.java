package io.ringside.gateway.activity;

import io.ringside.contracts.activity.ActivityEntry;
import io.ringside.gateway.http.Paging;
import io.ringside.gateway.json.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ends. No two entries of a reader stand at one place, so that a page that starts behind it neither skips
 * nor repeats one that stayed as it was.
 *
 * @param value of the column that is sorted by, absent where that is empty: those stand last
 * @param at of entries that are alike in it the newest stands first, by kind and id where that is alike, too
 */
record Place(@Nullable String value, String at, String kind, String id) {
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 5;
    private static final String EMPTY = "-";
    private static final String FILLED = "=";

    /** The place of an entry. */
    static Place of(ActivityEntry last, Wish wish) {
        return new Place(
                wish.sort().valueOf(last), last.at().toString(), last.kind().name(), last.id());
    }

    /** The place that a cursor means, nothing for the first page. */
    static @Nullable Place of(@Nullable String cursor, Wish wish) throws Malformed {
        if (cursor == null) {
            return null;
        }
        String[] parts = Paging.placeText(cursor).split(SEPARATOR, -1);
        if (parts.length != PARTS) {
            throw Paging.foreignCursor();
        }
        if (!parts[0].equals(wish.fingerprint())) {
            throw new Malformed("cursor", "must be of an answer with the same sort, direction and filters");
        }
        String value = parts[1].startsWith(FILLED) ? parts[1].substring(1) : null;
        if (value == null ? !parts[1].equals(EMPTY) : !wish.sort().canBe(value)) {
            throw Paging.foreignCursor();
        }
        if (Words.instant(parts[2]).isEmpty() || !SortColumn.isText(parts[3]) || !SortColumn.isText(parts[4])) {
            throw Paging.foreignCursor();
        }
        return new Place(value, parts[2], parts[3], parts[4]);
    }

    /** For whoever asks for the same in the same order. */
    String cursor(Wish wish) {
        String shown = value == null ? EMPTY : FILLED + value;
        return Paging.cursor(String.join(SEPARATOR, wish.fingerprint(), shown, at, kind, id));
    }
}
