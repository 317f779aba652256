package io.ringside.alert;

import io.ringside.runtime.FunctionApplication;

/** Starts alert. */
public final class Alert {
    private Alert() {}

    public static void main(String[] arguments) {
        FunctionApplication.run("alert", Alert.class, arguments);
    }
}
