package io.ringside.runtime.rebuild;

import io.ringside.runtime.tenure.StreamState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the cursors of one function stand in one stream. */
record CursorStanding(String function, String stream, List<Place> places, long instances) {
    /** One partition's cursor and the stream that it was made in. */
    record Place(int partition, String madeIn, long sequence) {}

    /** Every cursor of every function, by stream and function. */
    static List<CursorStanding> all(Connection connection) throws SQLException {
        List<CursorStanding> standings = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
            select c.stream, c.function, c.partition, c.stream_identity, c.sequence,
                (select count(*) from runtime.instance i
                 where i.function = c.function and i.lease_until > clock_timestamp())
            from runtime.cursor c order by c.stream, c.function, c.partition\
            """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                CursorStanding last = standings.isEmpty() ? null : standings.getLast();
                if (last == null || !last.isOf(rows.getString(1), rows.getString(2))) {
                    last = new CursorStanding(rows.getString(2), rows.getString(1), new ArrayList<>(), rows.getLong(6));
                    standings.add(last);
                }
                last.places.add(new Place(rows.getInt(3), rows.getString(4), rows.getLong(5)));
            }
        }
        return standings;
    }

    /** Why the stream cannot continue the cursors; absent when it continues all of them. */
    Optional<String> whyLost(@Nullable StreamState now) {
        if (now == null) {
            return Optional.of("there is no stream " + stream);
        }
        return places.stream()
                .map(place -> now.whyLost(place.madeIn(), place.partition(), place.sequence()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** One line of the overview. */
    String line(@Nullable StreamState now) {
        TreeSet<Long> sequences = new TreeSet<>();
        places.forEach(place -> sequences.add(place.sequence()));
        return "  %-18s cursors %d to %d, %d running: %s"
                .formatted(
                        function,
                        sequences.getFirst(),
                        sequences.getLast(),
                        instances,
                        whyLost(now).map(why -> "LOST, " + why).orElse("continues"));
    }

    private boolean isOf(String otherStream, String otherFunction) {
        return stream.equals(otherStream) && function.equals(otherFunction);
    }
}
