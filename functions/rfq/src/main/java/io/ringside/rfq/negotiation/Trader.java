package io.ringside.rfq.negotiation;

/** Somebody who trades for a firm. */
public record Trader(String user, String firm) {}
