package io.ringside.faults.deal;

import io.ringside.contracts.Side;
import java.util.List;

/** What somebody asks prices for, and whom. */
public record Wish(String instrument, Side side, String quantity, List<String> counterparties, int lifeSeconds) {}
