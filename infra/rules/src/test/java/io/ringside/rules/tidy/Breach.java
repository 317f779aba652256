package io.ringside.rules.tidy;

/**
 * One place that breaks a rule.
 *
 * @param rule its name, as exemptions use it
 * @param line from 1; 0 is the whole file or folder
 */
record Breach(String rule, String path, int line, String what) {
    @Override
    public String toString() {
        return path + (line > 0 ? ":" + line : "") + "  " + rule + ": " + what;
    }
}
