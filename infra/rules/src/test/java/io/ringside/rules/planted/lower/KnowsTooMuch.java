package io.ringside.rules.planted.lower;

import io.ringside.rules.planted.upper.Knowing;

public record KnowsTooMuch(Knowing knowing) {}
