package io.ringside.gateway.wiring;

/** Where secrets come from. */
@FunctionalInterface
public interface Secrets {
    /** 256 random bits as 43 letters, digits, hyphens and underscores. */
    String next();
}
