package io.ringside.gateway.activity;

import io.micronaut.http.HttpParameters;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.gateway.json.Malformed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a query, each refused by its name and the rule that it breaks. */
final class Words {
    /** Of whatever the feed has. */
    static final List<String> STATUSES = Stream.of(OrderStatus.values(), RfqStatus.values(), QuoteStatus.values())
            .flatMap(Arrays::stream)
            .map(Enum::name)
            .distinct()
            .sorted()
            .toList();

    /** Words of one filter. */
    private static final int WORDS_MAX = 50;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z");
    private static final String TIME_RULE = "must be a time in UTC, like 2026-11-21T12:00:00Z";

    private final HttpParameters parameters;

    Words(HttpParameters parameters) {
        this.parameters = parameters;
    }

    /** One word, or this one where none is given. */
    String one(String name, String otherwise) {
        return parameters.getFirst(name).orElse(otherwise);
    }

    /** One of these words, the first of them where none is given. */
    String oneOf(String name, List<String> allowed) throws Malformed {
        String word = one(name, allowed.getFirst());
        if (!allowed.contains(word)) {
            throw new Malformed(name, "must be one of " + allowed);
        }
        return word;
    }

    /** Some of these words, separated by commas, in an order of their own. */
    List<String> constants(String name, List<String> allowed) throws Malformed {
        List<String> words = split(name);
        for (String word : words) {
            if (!allowed.contains(word)) {
                throw new Malformed(name, "must be, separated by commas, of " + allowed);
            }
        }
        return words;
    }

    /** Names of instruments or firms, separated by commas. */
    List<String> tokens(String name) throws Malformed {
        List<String> words = split(name);
        for (String word : words) {
            if (!TOKEN.matcher(word).matches()) {
                throw new Malformed(
                        name, "must be names of 1 to 64 letters, digits, hyphens or underscores, separated by commas");
            }
        }
        return words;
    }

    /** A time in UTC, or nothing. */
    @Nullable
    Instant time(String name) throws Malformed {
        String text = parameters.getFirst(name).orElse(null);
        if (text == null) {
            return null;
        }
        return instant(text).orElseThrow(() -> new Malformed(name, TIME_RULE));
    }

    /** A time in UTC, if that is what it is. */
    static Optional<Instant> instant(String text) {
        try {
            return TIME.matcher(text).matches() ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private List<String> split(String name) throws Malformed {
        String text = parameters.getFirst(name).orElse("");
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> words =
                Arrays.stream(text.split(",", -1)).distinct().sorted().toList();
        if (words.size() > WORDS_MAX) {
            throw new Malformed(name, "may have at most " + WORDS_MAX + " words");
        }
        return words;
    }
}
