package io.ringside.gateway.rfq;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.ringside.gateway.http.Paging;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.identity.Callers;
import io.ringside.gateway.json.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/rfqs}: the requests that the caller sent and those that the caller was asked in. */
@Controller("/api/rfqs")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RfqController {
    private static final int PLACE_BYTES = 3 * Long.BYTES;

    private final RfqStore store;

    RfqController(RfqStore store) {
        this.store = store;
    }

    @Get
    @Produces(MediaType.APPLICATION_JSON)
    byte[] list(
            Authentication caller,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        try {
            int most = Paging.limit(limit);
            String user = Callers.grant(caller).user();
            List<RfqStore.Row> found = store.page(user, before(cursor), Paging.isAll(state), most + 1);
            boolean more = found.size() > most;
            List<RfqStore.Row> page = more ? found.subList(0, most) : found;
            return answer(page, more ? cursor(page.getLast().place()) : null);
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    /** The views go out as they were told, byte for byte. */
    private static byte[] answer(List<RfqStore.Row> page, @Nullable String nextCursor) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(utf8("{\"rfqs\":["));
        String separator = "";
        for (RfqStore.Row row : page) {
            json.writeBytes(utf8(separator));
            json.writeBytes(row.body());
            separator = ",";
        }
        json.writeBytes(utf8(nextCursor == null ? "]}" : "],\"nextCursor\":\"" + nextCursor + "\"}"));
        return json.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RfqStore.@Nullable Place before(@Nullable String cursor) throws Malformed {
        return Paging.place(cursor, PLACE_BYTES)
                .map(place -> new RfqStore.Place(
                        Instant.EPOCH.plus(place.getLong(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                        new UUID(place.getLong(), place.getLong())))
                .orElse(null);
    }

    /** The book keeps times to the microsecond. */
    private static String cursor(RfqStore.Place last) {
        return Paging.cursor(ByteBuffer.allocate(PLACE_BYTES)
                .putLong(ChronoUnit.MICROS.between(
                        Instant.EPOCH, last.requestedAt().toInstant()))
                .putLong(last.rfqId().getMostSignificantBits())
                .putLong(last.rfqId().getLeastSignificantBits()));
    }
}
