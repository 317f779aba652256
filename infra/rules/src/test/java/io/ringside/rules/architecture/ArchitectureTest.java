package io.ringside.rules.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import io.ringside.rules.tree.Repository;
import org.junit.jupiter.api.Test;

/** The compiled house as it is. */
class ArchitectureTest {
    private static final Repository REPOSITORY = Repository.ofThisBuild();
    private static final JavaClasses CLASSES = CompiledClasses.of(REPOSITORY);
    private static final ModuleMap MODULES = new ModuleMap(REPOSITORY.root().toString());

    @Test
    void theHouseIsSeen() {
        assertThat(CLASSES).hasSizeGreaterThan(200);
        assertThat(CLASSES.stream().flatMap(type -> MODULES.moduleOf(type).stream()))
                .contains("functions/libraries/contracts", "functions/market-data");
    }

    @Test
    void packagesHaveNoCycles() {
        Rules.noCycles("io.ringside").check(CLASSES);
    }

    @Test
    void librariesKnowNoFunction() {
        everyClass(ModuleArrows.librariesKnowNoFunction(MODULES));
    }

    @Test
    void functionsKnowNoFunction() {
        everyClass(ModuleArrows.functionsKnowNoFunction(MODULES));
    }

    @Test
    void theGatewayKnowsOnlyLibraries() {
        everyClass(ModuleArrows.gatewayKnowsNoFunction(MODULES));
    }

    @Test
    void contractsAndTradingKnowOnlyWhatIsBelowThem() {
        everyClass(ModuleArrows.lowLibrariesKnowOnlyWhatIsBelow(MODULES));
    }

    @Test
    void contractsSeeOnlyTheJdkAndSerde() {
        Rules.onlyKnow(
                        "io.ringside.contracts..",
                        "io.ringside.contracts..",
                        "java..",
                        "io.micronaut.serde..",
                        "io.micronaut.core..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void tradingSeesOnlyTheJdkAndContracts() {
        Rules.onlyKnow(
                        "io.ringside.trading..",
                        "io.ringside.trading..",
                        "io.ringside.contracts..",
                        "java..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void clockAndChanceComeFromOutside() {
        ClockAndChance.comeFromOutside().check(CLASSES);
    }

    @Test
    void namesSayKnowledge() {
        Rules.namesSayKnowledge().check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        Rules.noFieldInjection().check(CLASSES);
    }

    private static void everyClass(ArchCondition<JavaClass> condition) {
        classes().should(condition).check(CLASSES);
    }
}
