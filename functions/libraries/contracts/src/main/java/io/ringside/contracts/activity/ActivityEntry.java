package io.ringside.contracts.activity;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the activity feed, as its reader may see it.
 *
 * @param id of the order, the request for quotes or the execution; with {@code kind} it names the line
 * @param origin the order or the request that a transaction came from; of everything else its own id
 * @param account the reader's own, absent for a request that the reader gave no price for
 * @param at the log's time of the last change
 * @param side what the reader does: of a request received, the opposite of what the requester wants
 * @param quantity decimal text
 * @param price decimal text: of an order what was paid on average, before that its limit; of a request sent what it
 *     traded at, before that the best firm price; of a request received the reader's own price
 * @param counterparty firm on the other side, absent where a venue stands between and where several were asked
 * @param firmsAsked of a request sent, absent for everything else
 * @param status {@code OrderStatus} of an order, {@code RfqStatus} of a request sent, {@code QuoteStatus} of one
 *     received, {@code TRADED} of a transaction
 * @param tenor how far ahead the instrument delivers, absent where it has none
 * @param promptDate when it delivers, absent where it has no such date
 * @param version of what it shows: the highest that a reader has seen wins
 */
@Serdeable
public record ActivityEntry(
        Kind kind,
        String id,
        String origin,
        @Nullable String account,
        Instant at,
        String instrument,
        Side side,
        String quantity,
        @Nullable String price,
        @Nullable String counterparty,
        @Nullable Integer firmsAsked,
        String status,
        @Nullable String tenor,
        @Nullable LocalDate promptDate,
        long version) {
    /** What a line is about. */
    public enum Kind {
        ORDER,
        RFQ_SENT,
        RFQ_RECEIVED,
        TRANSACTION
    }
}
