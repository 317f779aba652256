package io.ringside.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents that stand in the repository and have to be what the code says today. */
final class Written {
    static final Path FOLDER = Path.of("src", "main", "resources", "documents");
    private static final boolean WRITE = "write".equals(System.getProperty("ringside.documents"));

    private Written() {}

    /** Compares a document, or writes it when that is asked for. */
    static void check(String name, JsonNode document) throws IOException {
        check(FOLDER.resolve(name), pretty(document));
    }

    static void check(Path file, String text) throws IOException {
        if (WRITE) {
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s is not what the code says: infra/documents writes it anew", file.getFileName())
                .isEqualTo(text);
    }

    private static String pretty(JsonNode document) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return Schemas.JSON.writer(printer).writeValueAsString(document) + '\n';
    }
}
