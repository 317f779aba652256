package io.ringside.presencetick;

import io.ringside.runtime.FunctionApplication;

/** Starts the watch over who is active, away, busy or offline. */
public final class PresenceTick {
    private PresenceTick() {}

    public static void main(String[] arguments) {
        FunctionApplication.run("presence-tick", PresenceTick.class, arguments);
    }
}
