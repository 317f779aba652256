package io.ringside.faults.alert;

import java.net.URI;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where clients come in.
 *
 * @param origin of the page that a person would have open
 * @param nodes the gateways, each by itself
 */
record Entrances(URI origin, List<URI> nodes) {
    int any(RandomGenerator random) {
        return random.nextInt(nodes.size());
    }

    /** Another than this one, where there is another. */
    int other(int node) {
        return (node + 1) % nodes.size();
    }
}
