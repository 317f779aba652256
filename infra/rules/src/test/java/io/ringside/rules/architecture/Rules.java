package io.ringside.rules.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** The rules that need no map of modules. */
final class Rules {
    private static final String BANNED_NAME = ".*(Manager|Utils?|Helpers?|Common|Base|Impl|Dto|DTO|(^|\\.)Processor)$";

    private Rules() {}

    /** Every package below a module's own is a slice. That one wires the others and may hold what they share. */
    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*).(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule onlyKnow(String user, String... known) {
        return classes()
                .that()
                .resideInAPackage(user)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known);
    }

    static ArchRule namesSayKnowledge() {
        return noClasses()
                .should()
                .haveNameMatching(BANNED_NAME)
                .because("such a name is the place where the rest goes")
                .allowEmptyShould(true);
    }

    static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("io.micronaut.context.annotation.Value")
                .orShould()
                .beAnnotatedWith("io.micronaut.context.annotation.Property")
                .because("a constructor says what is needed, and fields stay final")
                .allowEmptyShould(true);
    }
}
