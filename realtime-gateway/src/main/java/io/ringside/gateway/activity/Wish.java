package io.ringside.gateway.activity;

import io.micronaut.http.HttpParameters;
import io.ringside.contracts.Side;
import io.ringside.contracts.activity.ActivityEntry.Kind;
import io.ringside.contracts.activity.ActivityReader;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.json.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a client wants, and in what order. An empty list means that any will do.
 *
 * @param from the earliest time that is wanted
 * @param to the first time that is not wanted any more
 */
record Wish(
        SortColumn sort,
        boolean descending,
        List<String> kinds,
        List<String> statuses,
        List<String> products,
        List<String> sides,
        List<String> counterparties,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final int FINGERPRINT_BYTES = 8;
    private static final Set<String> OF_ACCOUNTS = Set.of(Kind.ORDER.name(), Kind.TRANSACTION.name());

    /** As the parameters of a query say it. */
    static Wish of(HttpParameters parameters) throws Malformed {
        Words words = new Words(parameters);
        Instant from = words.time("from");
        Instant to = words.time("to");
        if (from != null && to != null && from.isAfter(to)) {
            throw new Malformed("from", "must not be after to");
        }
        return new Wish(
                SortColumn.named(words.one("sort", "time")),
                words.oneOf("direction", List.of("desc", "asc")).equals("desc"),
                words.constants("kind", names(EnumSet.allOf(Kind.class))),
                words.constants("status", Words.STATUSES),
                words.tokens("product"),
                words.constants("side", names(EnumSet.allOf(Side.class))),
                words.tokens("counterparty"),
                from,
                to);
    }

    /** Those whose entries the caller may see, as far as such entries are wanted. */
    List<String> readers(Grant grant) {
        List<String> readers = new ArrayList<>();
        if (kinds.isEmpty() || kinds.stream().anyMatch(OF_ACCOUNTS::contains)) {
            grant.accounts().stream().sorted().map(ActivityReader::account).forEach(readers::add);
        }
        if (kinds.isEmpty() || !OF_ACCOUNTS.containsAll(kinds)) {
            readers.add(ActivityReader.user(grant.user()));
        }
        return readers;
    }

    /** Tells one wish from another, so that a place in one list is not taken for a place in another. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<String> names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
