package io.ringside.riskcheck;

import io.ringside.runtime.FunctionApplication;

/** Starts risk-check. */
public final class RiskCheck {
    private RiskCheck() {}

    public static void main(String[] arguments) {
        FunctionApplication.run("risk-check", RiskCheck.class, arguments);
    }
}
