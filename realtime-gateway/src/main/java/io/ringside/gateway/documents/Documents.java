package io.ringside.gateway.documents;

import io.micronaut.core.io.ResourceLoader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The files of the documents, all in memory: ours, and those of Swagger UI that show them. */
@Singleton
final class Documents {
    private static final String OURS = "classpath:documents/";
    private static final String LIBRARY = "classpath:META-INF/resources/webjars/swagger-ui/";
    private static final String LIBRARY_VERSION = "classpath:META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private final Map<String, byte[]> files = new TreeMap<>();

    Documents(ResourceLoader resources) {
        for (String name :
                new String[] {"openapi.json", "asyncapi.json", "index.html", "socket.html", "page.css", "page.js"}) {
            files.put(name, read(resources, OURS + name));
        }
        String library = LIBRARY + versionOfLibrary(resources) + '/';
        for (String name : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"}) {
            files.put(name, read(resources, library + name));
        }
    }

    /** A file of this name, if there is one. */
    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static String versionOfLibrary(ResourceLoader resources) {
        try (InputStream stream = open(resources, LIBRARY_VERSION)) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(ResourceLoader resources, String name) {
        try (InputStream stream = open(resources, name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(ResourceLoader resources, String name) {
        return resources
                .getResourceAsStream(name)
                .orElseThrow(() -> new IllegalStateException("not on the class path: " + name));
    }
}
