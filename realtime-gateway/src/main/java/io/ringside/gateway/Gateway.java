package io.ringside.gateway;

import io.micronaut.runtime.Micronaut;

/** Starts the gateway. */
public final class Gateway {
    private Gateway() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] arguments) {
        Micronaut.build(arguments).mainClass(Gateway.class).banner(false).start();
    }
}
