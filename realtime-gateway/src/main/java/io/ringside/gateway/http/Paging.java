package io.ringside.gateway.http;

import io.ringside.gateway.json.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How lists are asked for page by page: {@code state}, {@code limit} and {@code cursor}. */
public final class Paging {
    /** Entries of one page, if nobody asks for another number. */
    private static final int PAGE = 100;
    /** Entries of one page at most. */
    private static final int PAGE_MAX = 500;

    private Paging() {}

    /** Whether what has ended is wanted too. */
    public static boolean isAll(@Nullable String state) throws Malformed {
        if (state != null && !state.equals("open") && !state.equals("all")) {
            throw new Malformed("state", "must be open or all");
        }
        return !"open".equals(state);
    }

    /** How many entries are wanted. */
    public static int limit(@Nullable String limit) throws Malformed {
        if (limit == null) {
            return PAGE;
        }
        if (limit.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= PAGE_MAX) {
                return number;
            }
        }
        throw new Malformed("limit", "must be a whole number from 1 to " + PAGE_MAX);
    }

    /** Where the page starts, in as many bytes as such a place has; nothing for the first page. */
    public static Optional<ByteBuffer> place(@Nullable String cursor, int bytes) throws Malformed {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            byte[] place = Base64.getUrlDecoder().decode(cursor);
            if (place.length == bytes) {
                return Optional.of(ByteBuffer.wrap(place));
            }
        } catch (IllegalArgumentException e) {
            // Not base64: the same rule is broken as by another length.
        }
        throw foreignCursor();
    }

    /** Where the page starts, for places that are texts. */
    public static String placeText(String cursor) throws Malformed {
        try {
            byte[] place = Base64.getUrlDecoder().decode(cursor);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(place))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw foreignCursor();
        }
    }

    /** What a cursor is refused with that nobody was given. */
    public static Malformed foreignCursor() {
        return new Malformed("cursor", "must be a cursor of an earlier answer");
    }

    /** The cursor of the page that starts at this place. */
    public static String cursor(ByteBuffer place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.array());
    }

    /** The cursor of the page that starts at this place. */
    public static String cursor(String place) {
        return cursor(ByteBuffer.wrap(place.getBytes(StandardCharsets.UTF_8)));
    }
}
