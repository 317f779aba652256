package io.ringside.rules.planted.upper;

public record Knowing() {}
