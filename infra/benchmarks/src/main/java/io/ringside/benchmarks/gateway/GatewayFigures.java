package io.ringside.benchmarks.gateway;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.benchmarks.peers.Cores;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a run.
 *
 * @param processors that this machine has
 * @param pinned whether the measured server had one of them for itself
 * @param heapMb heap of the gateway and of raw Netty
 * @param flags what bounds the heap of each server
 * @param failures what could not be measured, and why
 */
@Serdeable
record GatewayFigures(
        String name,
        String at,
        int processors,
        boolean pinned,
        int heapMb,
        int rounds,
        Sizes sizes,
        Map<String, String> flags,
        List<String> failures,
        List<Summary> summary,
        List<Measured> measured) {
    static GatewayFigures of(GatewayOptions options, Cores cores, InstantSource clock, Notebook notebook) {
        return new GatewayFigures(
                options.name(),
                clock.instant().toString(),
                cores.processors(),
                cores.pinned(),
                options.heapMb(),
                options.rounds(),
                options.sizes(),
                notebook.allFlags(),
                notebook.failures(),
                Summary.of(notebook.all()),
                notebook.all());
    }
}
