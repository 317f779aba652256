package io.ringside.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/environment}: where am I? Nobody must take a simulation for the market. */
@Controller("/api/v1/environment")
@Secured(SecurityRule.IS_ANONYMOUS)
final class EnvironmentController {
    private final Environment environment;

    EnvironmentController(
            @Value("${ringside.environment.name:SIM}") String name,
            @Value("${ringside.environment.version:0.1.0}") String version,
            @Value("${ringside.environment.password-hint:}") @Nullable String passwordHint) {
        boolean hinted = passwordHint != null && !passwordHint.isBlank();
        environment = new Environment(name, version, hinted ? passwordHint : null);
    }

    /** What the sign-in page shows. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Environment(
            String name, String version, @Nullable String passwordHint) {}

    @Get
    Environment environment() {
        return environment;
    }
}
