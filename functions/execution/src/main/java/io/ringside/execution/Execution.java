package io.ringside.execution;

import io.ringside.runtime.FunctionApplication;

/** Starts the router and the paper venue. */
public final class Execution {
    private Execution() {}

    public static void main(String[] arguments) {
        FunctionApplication.run("execution", Execution.class, arguments);
    }
}
