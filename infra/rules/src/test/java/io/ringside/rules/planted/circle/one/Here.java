package io.ringside.rules.planted.circle.one;

import io.ringside.rules.planted.circle.two.There;

public record Here(There there) {}
