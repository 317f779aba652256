package io.ringside.local.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Somebody to sign in as. */
@Serdeable
public record DemoLogin(String user, String password, List<String> accounts) {}
