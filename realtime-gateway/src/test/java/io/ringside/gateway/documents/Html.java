package io.ringside.gateway.documents;

import java.util.List;

/** HTML, written piece by piece. Every text is escaped here; what stands between backquotes is code. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    Html heading(String text, String id) {
        return raw("<h2 id=\"" + id + "\">" + prose(text) + "</h2>\n");
    }

    Html paragraph(String text) {
        return raw("<p>" + prose(text) + "</p>\n");
    }

    /** Begins a section; whoever does ends it. */
    Html section(String name, String id, String text) {
        raw("<section id=\"" + id + "\">\n<h3>" + code(name) + "</h3>\n");
        return text.isEmpty() ? this : paragraph(text);
    }

    /** A table of cells that are markup already. */
    Html table(List<String> heads, List<List<String>> rows) {
        raw("<table>\n<thead><tr>");
        heads.forEach(head -> raw("<th>" + prose(head) + "</th>"));
        raw("</tr></thead>\n<tbody>\n");
        rows.forEach(row -> {
            raw("<tr>");
            row.forEach(cell -> raw("<td>" + cell + "</td>"));
            raw("</tr>\n");
        });
        return raw("</tbody>\n</table>\n");
    }

    static String link(String id, String text) {
        return "<a href=\"#" + id + "\">" + code(text) + "</a>";
    }

    static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    static String prose(String text) {
        return escape(text).replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
