package io.ringside.gateway.http;

import io.ringside.gateway.json.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of bodies that go out as they were told, byte for byte, the newest first. Nothing is put together here, so
 * nothing can be put together wrongly.
 */
public final class StoredPage {
    private static final int PLACE_BYTES = 3 * Long.BYTES;

    private StoredPage() {}

    /** Where a row stands in its list. */
    public record Place(OffsetDateTime at, UUID id) {
        private static Place read(ByteBuffer bytes) {
            OffsetDateTime at =
                    Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            return new Place(at, new UUID(bytes.getLong(), bytes.getLong()));
        }

        /** The book keeps times to the microsecond. */
        private String cursor() {
            return Paging.cursor(ByteBuffer.allocate(PLACE_BYTES)
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()))
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits()));
        }
    }

    /** One body. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Row(Place place, byte[] body) {}

    /** Only rows older than this place are wanted. */
    public static @Nullable Place before(@Nullable String cursor) throws Malformed {
        return Paging.place(cursor, PLACE_BYTES).map(Place::read).orElse(null);
    }

    /** Sets three parameters of a statement, from this one on: the place's time twice, and its id. */
    public static void bind(PreparedStatement statement, int first, @Nullable Place before) throws SQLException {
        statement.setObject(first, before == null ? null : before.at());
        statement.setObject(first + 1, before == null ? null : before.at());
        statement.setObject(first + 2, before == null ? null : before.id());
    }

    /** The rows that a statement finds: time, id, body. */
    public static List<Row> rows(PreparedStatement statement) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Place place = new Place(rows.getObject(1, OffsetDateTime.class), rows.getObject(2, UUID.class));
                found.add(new Row(place, rows.getBytes(3)));
            }
        }
        return found;
    }

    /**
     * The answer.
     *
     * @param found one more than the page holds, if there are more
     */
    public static byte[] json(String name, List<Row> found, int most) {
        boolean more = found.size() > most;
        List<Row> page = more ? found.subList(0, most) : found;
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(utf8("{\"" + name + "\":["));
        String separator = "";
        for (Row row : page) {
            json.writeBytes(utf8(separator));
            json.writeBytes(row.body());
            separator = ",";
        }
        json.writeBytes(
                utf8(more ? "],\"nextCursor\":\"" + page.getLast().place().cursor() + "\"}" : "]}"));
        return json.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
