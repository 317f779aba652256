package io.ringside.gateway.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A user as the user sees himself. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Trader(String id, String name, String firm, String role, List<String> accounts) {}
