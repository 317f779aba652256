package io.ringside.position;

import io.ringside.runtime.FunctionApplication;

/** Starts the booking of trades and the valuation of positions. */
public final class Position {
    private Position() {}

    public static void main(String[] arguments) {
        FunctionApplication.run("position", Position.class, arguments);
    }
}
