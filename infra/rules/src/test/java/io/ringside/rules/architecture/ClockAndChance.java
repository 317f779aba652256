package io.ringside.rules.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/**
 * Time and identity come from outside: whoever decides is given them. Only wiring, which is a {@code @Factory} or a
 * class with a {@code main}, may ask the machine. {@code System.nanoTime} measures spans and decides nothing, so it is
 * free.
 */
final class ClockAndChance {
    private static final String FACTORY = "io.micronaut.context.annotation.Factory";
    private static final String CONSTRUCTOR = "<init>";

    private static final Map<String, Set<String>> STATICS = Map.ofEntries(
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalTime", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry(
                    "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.lang.System", Set.of("currentTimeMillis")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.util.random.RandomGenerator", Set.of("getDefault", "of")),
            Map.entry("java.util.Random", Set.of(CONSTRUCTOR)),
            Map.entry("java.security.SecureRandom", Set.of(CONSTRUCTOR, "getInstanceStrong", "getInstance")),
            Map.entry("java.util.Date", Set.of(CONSTRUCTOR)));

    private ClockAndChance() {}

    static ArchRule comeFromOutside() {
        return noClasses()
                .that(DescribedPredicate.not(DescribedPredicate.describe("are wiring", ClockAndChance::isWiring)))
                .should()
                .accessTargetWhere(DescribedPredicate.describe("clock or chance", ClockAndChance::isForbidden))
                .as("nobody but wiring takes the machine's clock or chance")
                .because("the same input has to give the same output")
                .allowEmptyShould(true);
    }

    /** Calls, constructions and method references. */
    private static boolean isForbidden(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return STATICS.getOrDefault(target.getOwner().getFullName(), Set.of()).contains(target.getName());
    }

    private static boolean isWiring(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.isAnnotatedWith(FACTORY)
                || outermost.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("main")
                                && method.getModifiers().contains(JavaModifier.STATIC));
    }
}
