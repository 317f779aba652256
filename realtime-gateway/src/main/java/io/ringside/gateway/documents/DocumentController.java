package io.ringside.gateway.documents;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.ErrorCode;

/** {@code GET /api/v1/openapi.json}, {@code /api/v1/asyncapi.json} and the pages below {@code /api/v1/docs}. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocumentController {
    private static final String ASK_AGAIN = "no-cache";

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    @Get("/openapi.json")
    HttpResponse<byte[]> openApi() {
        return file("openapi.json");
    }

    @Get("/asyncapi.json")
    HttpResponse<byte[]> asyncApi() {
        return file("asyncapi.json");
    }

    @Get("/docs")
    HttpResponse<byte[]> page() {
        return file("index.html");
    }

    @Get("/docs/{name}")
    HttpResponse<byte[]> part(@PathVariable String name) {
        return file(name);
    }

    private HttpResponse<byte[]> file(String name) {
        byte[] file =
                documents.file(name).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such page."));
        return HttpResponse.ok(file)
                .contentType(MediaType.forFilename(name))
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
    }
}
