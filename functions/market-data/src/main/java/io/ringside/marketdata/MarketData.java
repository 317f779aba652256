package io.ringside.marketdata;

import io.ringside.runtime.FunctionApplication;

/** Starts the function. */
public final class MarketData {
    private MarketData() {}

    public static void main(String[] arguments) {
        FunctionApplication.run("market-data", MarketData.class, arguments);
    }
}
