package io.ringside.rules.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;

/** Which module a class was compiled in, told by its class file: packages do not say it reliably. */
final class ModuleMap {
    private static final String CLASSES = "/target/classes/";

    private final String root;

    /**
     * @param root folder of the repository
     */
    ModuleMap(String root) {
        this.root = root.endsWith("/") ? root : root + "/";
    }

    /** The module's folder below the root; empty for a class of nobody here. */
    Optional<String> moduleOf(JavaClass type) {
        return type.getSource().map(source -> source.getUri().getPath()).flatMap(this::moduleOf);
    }

    private Optional<String> moduleOf(String path) {
        int classes = path.indexOf(CLASSES);
        return path.startsWith(root) && classes >= root.length()
                ? Optional.of(path.substring(root.length(), classes))
                : Optional.empty();
    }

    /** What a module is in the house. */
    enum Room {
        LIBRARY,
        FUNCTION,
        GATEWAY,
        INFRA
    }

    static Room roomOf(String module) {
        if (module.startsWith("functions/libraries/")) {
            return Room.LIBRARY;
        }
        if (module.startsWith("functions/")) {
            return Room.FUNCTION;
        }
        return module.equals("realtime-gateway") ? Room.GATEWAY : Room.INFRA;
    }
}
