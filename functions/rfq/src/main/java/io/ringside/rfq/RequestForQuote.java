package io.ringside.rfq;

import io.ringside.runtime.FunctionApplication;

/** Starts rfq. */
public final class RequestForQuote {
    private RequestForQuote() {}

    public static void main(String[] arguments) {
        FunctionApplication.run("rfq", RequestForQuote.class, arguments);
    }
}
