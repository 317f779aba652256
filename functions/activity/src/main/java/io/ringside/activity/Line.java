package io.ringside.activity;

import io.ringside.contracts.activity.ActivityEntry;

/**
 * A line of the feed and whose it is.
 *
 * @param reader as {@code ActivityReader} names an account's readers or a user
 */
record Line(String reader, ActivityEntry entry) {
    /** What names a line. */
    record Key(String reader, ActivityEntry.Kind kind, String id) {}

    Key key() {
        return new Key(reader, entry.kind(), entry.id());
    }
}
