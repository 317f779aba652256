package io.ringside.faults.evidence;

import java.util.List;

/** What people asked and were told about requests for quotes. */
public record Dealings(List<AskedDeal> asked, List<DealView> views) {}
