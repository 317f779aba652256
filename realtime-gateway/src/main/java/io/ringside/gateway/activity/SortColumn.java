package io.ringside.gateway.activity;

import io.ringside.contracts.activity.ActivityEntry;
import io.ringside.gateway.json.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the feed can be sorted by: its nine columns and the kind, by the names that a client gives them. */
enum SortColumn {
    TIME("time", "at", "timestamptz", ActivityEntry::at),
    KIND("kind", "kind", "text", ActivityEntry::kind),
    PRODUCT("product", "instrument", "text", ActivityEntry::instrument),
    DIRECTION("direction", "side", "text", ActivityEntry::side),
    QUANTITY("quantity", "quantity", "numeric", ActivityEntry::quantity),
    PRICE("price", "price", "numeric", ActivityEntry::price),
    COUNTERPARTY("counterparty", "counterparty", "text", ActivityEntry::counterparty),
    STATUS("status", "status", "text", ActivityEntry::status),
    TENOR("tenor", "tenor", "text", ActivityEntry::tenor),
    PROMPT_DATE("promptDate", "prompt_date", "date", ActivityEntry::promptDate);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7e]{1,200}");

    private final String word;
    private final String column;
    private final String type;
    private final Function<ActivityEntry, @Nullable Object> value;

    SortColumn(String word, String column, String type, Function<ActivityEntry, @Nullable Object> value) {
        this.word = word;
        this.column = column;
        this.type = type;
        this.value = value;
    }

    /** The one that a client names so. */
    static SortColumn named(String word) throws Malformed {
        for (SortColumn each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        List<String> words = Arrays.stream(values()).map(each -> each.word).toList();
        throw new Malformed("sort", "must be one of " + words);
    }

    /** Of table {@code activity.entry}. */
    String column() {
        return column;
    }

    /** Of PostgreSQL. */
    String type() {
        return type;
    }

    /** Where an entry stands in this order, absent where the column is empty. */
    @Nullable
    String valueOf(ActivityEntry entry) {
        Object found = value.apply(entry);
        return found == null ? null : found.toString();
    }

    /** Whether a text can be a value of this column: a cursor comes from outside. */
    boolean canBe(String text) {
        return switch (type) {
            case "timestamptz" -> Words.instant(text).isPresent();
            case "date" ->
                DATE.matcher(text).matches()
                        && Words.instant(text + "T00:00:00Z").isPresent();
            case "numeric" -> NUMBER.matcher(text).matches();
            default -> isText(text);
        };
    }

    /** Whether a text can stand in a column of texts. */
    static boolean isText(String text) {
        return TEXT.matcher(text).matches();
    }
}
