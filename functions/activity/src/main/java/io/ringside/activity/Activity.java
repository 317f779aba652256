package io.ringside.activity;

import io.ringside.runtime.FunctionApplication;

/** Starts the activity feed. */
public final class Activity {
    private Activity() {}

    public static void main(String[] arguments) {
        FunctionApplication.run("activity", Activity.class, arguments);
    }
}
