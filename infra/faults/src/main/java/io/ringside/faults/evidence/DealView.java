package io.ringside.faults.evidence;

import io.ringside.contracts.rfq.RfqView;
import java.util.Collection;
import java.util.List;

/**
 * What one client was told of requests for quotes.
 *
 * @param views in the order in which they were told, each time that they were
 * @param newest of each request that it knows, however it came to know
 * @param refused ids of commands, each time that one was called refused
 * @param gaps how often a part of the inbox was gone
 */
public record DealView(
        String user, String account, List<RfqView> views, Collection<RfqView> newest, List<String> refused, int gaps) {}
