package io.ringside.ordersubmit;

import io.ringside.runtime.FunctionApplication;

/** Starts order-submit. */
public final class OrderSubmit {
    private OrderSubmit() {}

    public static void main(String[] arguments) {
        FunctionApplication.run("order-submit", OrderSubmit.class, arguments);
    }
}
