package io.ringside.rules.planted.circle.two;

import io.ringside.rules.planted.circle.one.Here;
import org.jspecify.annotations.Nullable;

public record There(@Nullable Here here) {}
