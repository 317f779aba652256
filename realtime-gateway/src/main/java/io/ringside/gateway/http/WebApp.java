package io.ringside.gateway.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.ringside.gateway.protocol.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the web application. A path that is no file is a page of the application, which routes it itself;
 * paths of the gateway are never pages.
 */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebApp {
    /** Bytes of one file. */
    private static final int FILE_BYTES_MAX = 8 * 1024 * 1024;

    private static final String INDEX = "index.html";
    private static final Set<String> RESERVED = Set.of("api", "live", "ws", "health", "prometheus");
    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9_@-][A-Za-z0-9_.@-]*(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)*");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final Path root;
    private final ResourceLoader resources;

    WebApp(@Value("${ringside.web.root:realtime-gateway/web/dist}") String root, ResourceLoader resources) {
        this.root = Path.of(root).toAbsolutePath().normalize();
        this.resources = resources;
    }

    @Get("/")
    HttpResponse<?> index() {
        return page(INDEX);
    }

    @Get("/{+path}")
    HttpResponse<?> file(@PathVariable String path) {
        String first = path.split("/", 2)[0];
        if (RESERVED.contains(first)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such thing.");
        }
        return page(path);
    }

    private HttpResponse<?> page(String path) {
        byte[] file = SAFE.matcher(path).matches() ? read(path) : null;
        if (file != null) {
            return answer(path, file);
        }
        byte[] index = isAsset(path) ? null : read(INDEX);
        if (index == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such page.");
        }
        return answer(INDEX, index);
    }

    /** A missing script must not be answered with a page. */
    private static boolean isAsset(String path) {
        return path.startsWith("assets/");
    }

    private static MutableHttpResponse<?> answer(String path, byte[] file) {
        MediaType type = MediaType.forFilename(path);
        return HttpResponse.ok(file)
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, isAsset(path) ? FOR_EVER : ASK_AGAIN);
    }

    private byte @Nullable [] read(String path) {
        try {
            Path file = root.resolve(path).normalize();
            if (file.startsWith(root) && Files.isRegularFile(file) && Files.size(file) <= FILE_BYTES_MAX) {
                return file.toRealPath().startsWith(root.toRealPath()) ? Files.readAllBytes(file) : null;
            }
            Optional<InputStream> resource = resources.getResourceAsStream("classpath:web/" + path);
            if (resource.isEmpty()) {
                return null;
            }
            try (InputStream stream = resource.get()) {
                return stream.readNBytes(FILE_BYTES_MAX);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
