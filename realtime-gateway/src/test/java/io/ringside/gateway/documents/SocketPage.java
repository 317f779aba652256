package io.ringside.gateway.documents;

import static io.ringside.gateway.documents.Html.code;
import static io.ringside.gateway.documents.Html.link;
import static io.ringside.gateway.documents.Html.prose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The description of the socket as a page that needs no script. */
final class SocketPage {
    private static final String HEAD = """
        <!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Ringside – Socket</title>
            <link rel="icon" href="favicon-32x32.png">
            <link rel="stylesheet" href="page.css">
            <script src="page.js" defer></script>
          </head>
          <body>
            <header>
              <strong>Ringside</strong>
              <nav><a href="../docs">HTTP</a><a href="socket.html" aria-current="page">Socket</a>\
        <a href="../openapi.json">openapi.json</a><a href="../asyncapi.json">asyncapi.json</a></nav>
            </header>
            <article>
        """;

    private final ObjectNode document;
    private final Html page = new Html().raw(HEAD);

    SocketPage(ObjectNode document) {
        this.document = document;
    }

    String write() {
        page.heading("The socket", "");
        page.paragraph(document.path("info").path("description").asText());
        page.heading("Channels", "channels");
        List<List<String>> channels = new ArrayList<>();
        document.path("channels").properties().forEach(channel -> channels.add(channel(channel)));
        page.table(List.of("Channel", "What", "Pushes"), channels);
        page.heading("What a client asks", "requests");
        operations("receive");
        page.heading("What the server sends by itself", "pushes");
        operations("send");
        page.heading("Answers", "answers");
        for (JsonNode reference : document.at("/channels/socket/messages")) {
            String name = last(reference.path("$ref").asText());
            if (!document.path("operations").has(name)) {
                message(name);
            }
        }
        page.heading("Records", "records");
        document.at("/components/schemas").properties().forEach(schema -> {
            page.section(
                    schema.getKey(),
                    "schema-" + schema.getKey(),
                    schema.getValue().path("description").asText());
            fields(schema.getValue());
            page.raw("</section>\n");
        });
        CodeTables.write(document, page);
        return page.raw("</article>\n  </body>\n</html>\n").toString();
    }

    private List<String> channel(Map.Entry<String, JsonNode> channel) {
        String pushes = channel.getKey().equals("socket")
                ? "–"
                : channel.getValue().path("messages").properties().stream()
                        .map(message -> link(
                                "message-" + message.getKey(), message.getKey().substring("push.".length())))
                        .collect(Collectors.joining(", "));
        return List.of(
                code(channel.getValue().path("address").asText()),
                prose(channel.getValue()
                        .path("description")
                        .asText(channel.getValue().path("title").asText())),
                pushes);
    }

    private void operations(String action) {
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asText().equals(action)) {
                for (JsonNode message : operation.path("messages")) {
                    message(last(message.path("$ref").asText()));
                }
            }
        }
    }

    private void message(String name) {
        JsonNode message = document.at("/components/messages").path(name);
        page.section(name, "message-" + name, message.path("summary").asText());
        fields(message.path("payload"));
        JsonNode answers = document.path("operations").path(name).path("reply").path("messages");
        if (!answers.isMissingNode()) {
            List<String> links = new ArrayList<>();
            answers.forEach(answer -> links.add(link(
                    "message-" + last(answer.path("$ref").asText()),
                    last(answer.path("$ref").asText()))));
            page.raw("<p>Answered by ").raw(String.join(" or ", links)).raw(".</p>\n");
        }
        page.raw("</section>\n");
    }

    private void fields(JsonNode schema) {
        if (schema.has("enum")) {
            page.raw("<p>One of ").raw(type(schema)).raw(".</p>\n");
        } else if (schema.has("$ref")) {
            page.raw("<p>").raw(type(schema)).raw("</p>\n");
        } else {
            List<List<String>> rows = new ArrayList<>();
            collect(schema, "", rows);
            page.table(List.of("Field", "Type", "", "Meaning"), rows);
        }
    }

    private void collect(JsonNode schema, String path, List<List<String>> rows) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            String name = path + field.getKey();
            JsonNode value = field.getValue();
            if (value.has("properties")) {
                collect(value, name + '.', rows);
            } else {
                rows.add(List.of(
                        code(name),
                        type(value),
                        required.contains(field.getKey()) ? "" : "may be absent",
                        prose(value.path("description").asText())));
            }
        }
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return link(
                    "schema-" + last(schema.get("$ref").asText()),
                    last(schema.get("$ref").asText()));
        }
        if (schema.has("const")) {
            return code(schema.get("const").toString());
        }
        if (schema.has("enum")) {
            List<String> constants = new ArrayList<>();
            schema.get("enum").forEach(constant -> constants.add(code(constant.asText())));
            return String.join(" ", constants);
        }
        if (schema.path("items").isObject()) {
            return "list of " + type(schema.get("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            return "by name: " + type(schema.get("additionalProperties"));
        }
        if (schema.has("anyOf")) {
            List<String> either = new ArrayList<>();
            schema.get("anyOf").forEach(one -> either.add(type(one)));
            return String.join(" or ", either);
        }
        String name = schema.path("type").isArray()
                ? schema.at("/type/0").asText()
                : schema.path("type").asText("any");
        return schema.has("format") && name.equals("string")
                ? schema.get("format").asText()
                : name;
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
