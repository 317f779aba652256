package io.ringside.gateway.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.contracts.Side;
import io.ringside.contracts.activity.ActivityEntry;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RfqStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The parameters of queries, each by its name: it means the same wherever it stands. */
final class Parameters {
    private static final String TOKEN = "^[A-Za-z0-9_-]{1,64}$";
    private static final String TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z$";
    private static final int WORDS_MAX = 50;

    /** What routes take that read their parameters themselves. */
    static final Map<String, List<String>> READ_BY_ROUTE = Map.of(
            "listConnections",
            List.of("node", "user", "address", "channel", "class", "slow", "limit", "cursor"),
            "listActivity",
            List.of(
                    "kind",
                    "sort",
                    "direction",
                    "status",
                    "product",
                    "side",
                    "counterparty",
                    "from",
                    "to",
                    "limit",
                    "cursor"));

    private Parameters() {}

    /** One parameter of an operation, in words. */
    static ObjectNode of(String operation, String name) {
        return operation.equals("listConnections") ? ofConnections(name) : of(name);
    }

    private static ObjectNode ofConnections(String name) {
        return switch (name) {
            case "node" -> query(name, "Of this gateway.", text("^[\\x21-\\x7e]{1,128}$"));
            case "user" -> query(name, "Of this user.", token());
            case "address" -> query(name, "From this IP address.", text("^[0-9a-fA-F:.]+$"));
            case "channel" -> query(name, "Subscribed to this channel.", text("^[a-z]+(\\.[A-Za-z0-9_*-]+)?$"));
            case "class" -> query(name, "With a channel of this class.", words("conflated", "event", "critical"));
            case "slow" -> query(name, "Whether more waits for it than for one that keeps up.", words("true", "false"));
            case "limit" -> query(name, "How many entries a page has at most.", number(1, 200, 100));
            default -> of(name);
        };
    }

    private static ObjectNode of(String name) {
        return switch (name) {
            case "account" -> query(name, "One of the caller's accounts; all of them without it.", anyText());
            case "state" -> query(name, "`open`: only what has not ended. All without it.", words("open", "all"));
            case "acknowledged" -> query(name, "Only such alerts; all without it.", words("true", "false"));
            case "limit" -> query(name, "How many entries a page has at most.", number(1, 500, 100));
            case "cursor" -> query(name, "`nextCursor` of the page before.", text("^[A-Za-z0-9_-]*=*$"));
            case "kind" -> list(name, "Kinds of entries.", words(constants(ActivityEntry.Kind.values())));
            case "status" -> list(name, "Where the entries stand.", words(statuses()));
            case "product" -> list(name, "Instruments.", token());
            case "side" -> list(name, "What the caller does.", words(constants(Side.values())));
            case "counterparty" -> list(name, "Firms.", token());
            case "sort" ->
                query(
                        name,
                        "What the entries are sorted by.",
                        words(
                                        "time",
                                        "kind",
                                        "product",
                                        "direction",
                                        "quantity",
                                        "price",
                                        "counterparty",
                                        "status",
                                        "tenor",
                                        "promptDate")
                                .andThen(schema -> schema.put("default", "time")));
            case "direction" ->
                query(
                        name,
                        "Newest or greatest first, or last.",
                        words("desc", "asc").andThen(schema -> schema.put("default", "desc")));
            case "from" -> query(name, "The earliest time that is wanted, in UTC.", text(TIME));
            case "to" -> query(name, "The first time that is not wanted any more, in UTC.", text(TIME));
            default -> throw new IllegalStateException("nobody says what parameter " + name + " means");
        };
    }

    private static ObjectNode query(String name, String text, Consumer<ObjectNode> schema) {
        ObjectNode parameter = Schemas.JSON.createObjectNode();
        parameter.put("name", name).put("in", "query").put("required", false).put("description", text);
        schema.accept(parameter.putObject("schema"));
        return parameter;
    }

    /** Several words of one parameter, separated by commas. */
    private static ObjectNode list(String name, String text, Consumer<ObjectNode> word) {
        ObjectNode parameter = query(name, text + " Several are separated by commas.", schema -> {
            schema.put("type", "array").put("maxItems", WORDS_MAX);
            word.accept(schema.putObject("items"));
        });
        return parameter.put("style", "form").put("explode", false);
    }

    private static Consumer<ObjectNode> anyText() {
        return schema -> schema.put("type", "string");
    }

    private static Consumer<ObjectNode> token() {
        return text(TOKEN);
    }

    private static Consumer<ObjectNode> text(String pattern) {
        return schema -> schema.put("type", "string").put("pattern", pattern);
    }

    private static Consumer<ObjectNode> number(int least, int most, int otherwise) {
        return schema -> schema.put("type", "integer")
                .put("minimum", least)
                .put("maximum", most)
                .put("default", otherwise);
    }

    private static Consumer<ObjectNode> words(String... words) {
        return schema -> {
            ArrayNode allowed = schema.put("type", "string").putArray("enum");
            Arrays.stream(words).forEach(allowed::add);
        };
    }

    private static String[] constants(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static String[] statuses() {
        return Stream.of(OrderStatus.values(), RfqStatus.values(), QuoteStatus.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
