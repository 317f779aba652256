package io.ringside.rules.planted;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Nobody sees from outside what it needs. */
final class FieldInjected {
    @Inject
    @Nullable
    OrderManager orders;
}
