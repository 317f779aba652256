package io.ringside.rules.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.ringside.rules.architecture.ModuleMap.Room;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Arrows between modules point one way: contracts, then libraries, then functions and the gateway. */
final class ModuleArrows extends ArchCondition<JavaClass> {
    /** What the lowest libraries may know. Others may know every library. */
    private static final Map<String, Set<String>> LIBRARIES_BELOW = Map.of(
            "functions/libraries/contracts", Set.of(),
            "functions/libraries/trading", Set.of("functions/libraries/contracts"));

    private final Function<JavaClass, Optional<String>> moduleOf;
    private final BiPredicate<String, String> allowed;

    private ModuleArrows(
            String sentence, Function<JavaClass, Optional<String>> moduleOf, BiPredicate<String, String> allowed) {
        super(sentence);
        this.moduleOf = moduleOf;
        this.allowed = allowed;
    }

    static ModuleArrows librariesKnowNoFunction(ModuleMap modules) {
        return new ModuleArrows(
                "know no function and no gateway",
                modules::moduleOf,
                (from, to) -> ModuleMap.roomOf(from) != Room.LIBRARY
                        || !Set.of(Room.FUNCTION, Room.GATEWAY).contains(ModuleMap.roomOf(to)));
    }

    static ModuleArrows functionsKnowNoFunction(ModuleMap modules) {
        return new ModuleArrows(
                "know no other function and no gateway",
                modules::moduleOf,
                (from, to) -> ModuleMap.roomOf(from) != Room.FUNCTION || ModuleMap.roomOf(to) == Room.LIBRARY);
    }

    static ModuleArrows gatewayKnowsNoFunction(ModuleMap modules) {
        return new ModuleArrows(
                "know no function from the gateway",
                modules::moduleOf,
                (from, to) -> ModuleMap.roomOf(from) != Room.GATEWAY || ModuleMap.roomOf(to) == Room.LIBRARY);
    }

    static ModuleArrows lowLibrariesKnowOnlyWhatIsBelow(ModuleMap modules) {
        return new ModuleArrows("know only the libraries below", modules::moduleOf, (from, to) -> LIBRARIES_BELOW
                .getOrDefault(from, Set.of(to))
                .contains(to));
    }

    /** For a proof: any table of modules and arrows. */
    static ModuleArrows of(Function<JavaClass, Optional<String>> moduleOf, BiPredicate<String, String> allowed) {
        return new ModuleArrows("keep to the arrows", moduleOf, allowed);
    }

    @Override
    public void check(JavaClass from, ConditionEvents events) {
        Optional<String> home = moduleOf.apply(from);
        if (home.isEmpty()) {
            return;
        }
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
            Optional<String> there = moduleOf.apply(dependency.getTargetClass());
            if (there.isPresent() && !there.equals(home) && !allowed.test(home.get(), there.get())) {
                events.add(SimpleConditionEvent.violated(
                        dependency, home.get() + " -> " + there.get() + ": " + dependency.getDescription()));
            }
        }
    }
}
