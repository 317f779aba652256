package io.ringside.provision.servers;

import java.nio.file.Path;
import java.util.Map;

/** Where tools are kept that were obtained once: {@code RINGSIDE_CACHE}, else {@code ~/.cache/ringside}. */
public final class ToolCache {
    private ToolCache() {}

    public static Path folder() {
        return folder(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path folder(Map<String, String> environment, Path home) {
        String told = environment.get("RINGSIDE_CACHE");
        return told == null || told.isBlank()
                ? home.resolve(".cache").resolve("ringside")
                : Path.of(told).toAbsolutePath();
    }
}
