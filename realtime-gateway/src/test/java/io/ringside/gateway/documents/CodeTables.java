package io.ringside.gateway.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The catalogue of codes as tables, of a page or in Markdown. */
enum CodeTables {
    CLOSE(
            "Close codes",
            "x-close-codes",
            "Said in `disconnect` before a socket closes. 4400 to 4499 come back, 4500 to 4599 do not.",
            List.of("code", "name", "meaning", "comeBack", "client")),
    ERROR(
            "Error codes",
            "x-error-codes",
            "`code` of a problem over HTTP and of an `error` on the socket.",
            List.of("code", "status", "meaning", "temporary", "client")),
    REJECT(
            "Reject reasons",
            "x-reject-reasons",
            "Why a received command had no effect: `reason` of an order, of `command.refused` and the like.",
            List.of("code", "meaning", "client"));

    private static final Map<String, String> HEADS = Map.ofEntries(
            Map.entry("code", "Code"),
            Map.entry("name", "Name"),
            Map.entry("meaning", "Meaning"),
            Map.entry("comeBack", "Come back"),
            Map.entry("client", "What a client does"),
            Map.entry("status", "HTTP"),
            Map.entry("temporary", "Temporary"));

    private final String title;
    private final String field;
    private final String text;
    private final List<String> columns;

    CodeTables(String title, String field, String text, List<String> columns) {
        this.title = title;
        this.field = field;
        this.text = text;
        this.columns = columns;
    }

    /** Adds all of them to a page. */
    static void write(ObjectNode document, Html page) {
        for (CodeTables table : values()) {
            page.heading(table.title, table.field.substring(2)).paragraph(table.text);
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode entry : document.path(table.field)) {
                rows.add(table.columns.stream()
                        .map(column -> table.cell(entry, column))
                        .toList());
            }
            page.table(table.heads(), rows);
        }
    }

    /** All of them in Markdown. */
    static String markdown(ObjectNode document) {
        StringBuilder text = new StringBuilder("# Codes\n\nWritten by `infra/documents` from the enums"
                + " `CloseCode`, `ErrorCode` and `RejectReason`; a test says when it is not current.\n");
        for (CodeTables table : values()) {
            text.append("\n## ")
                    .append(table.title)
                    .append("\n\n")
                    .append(table.text)
                    .append("\n\n");
            row(text, table.heads());
            row(text, table.columns.stream().map(column -> "---").toList());
            for (JsonNode entry : document.path(table.field)) {
                row(
                        text,
                        table.columns.stream()
                                .map(column -> table.plain(entry, column))
                                .toList());
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private List<String> heads() {
        return columns.stream()
                .map(column -> HEADS.getOrDefault(column, column))
                .toList();
    }

    private String cell(JsonNode entry, String column) {
        return Html.prose(plain(entry, column));
    }

    private String plain(JsonNode entry, String column) {
        String text = entry.path(column).asText();
        return switch (column) {
            case "code" -> '`' + text + '`';
            case "comeBack", "temporary" -> entry.path(column).asBoolean() ? "yes" : "no";
            default -> text;
        };
    }
}
