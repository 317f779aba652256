package io.ringside.gateway.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** The only place where this module draws at random; time and ids come from the runtime's wiring. */
@Factory
final class Wiring {
    private static final int SECRET_BYTES = 32;

    @Singleton
    Secrets secrets() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
