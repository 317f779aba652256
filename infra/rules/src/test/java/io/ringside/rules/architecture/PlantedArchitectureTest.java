package io.ringside.rules.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule is shown a violation, so that none of them holds only because it looks at nothing. */
class PlantedArchitectureTest {
    private static final String PLANTED = "io.ringside.rules.planted";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void findsACircleOfPackages() {
        assertThat(broken(Rules.noCycles("io.ringside")))
                .singleElement()
                .asString()
                .contains("planted.circle.one", "planted.circle.two");
    }

    @Test
    void findsAnArrowThatPointsUp() {
        ModuleArrows arrows = ModuleArrows.of(PlantedArchitectureTest::module, (from, to) -> !from.equals("lower"));
        assertThat(broken(classes().should(arrows)))
                .allMatch(text -> text.contains("lower -> upper"))
                .isNotEmpty();
    }

    @Test
    void findsKnowledgeOfAForbiddenPackage() {
        ArchRule rule = Rules.onlyKnow(PLANTED + ".lower..", PLANTED + ".lower..", "java..", "org.jspecify..");
        assertThat(broken(rule)).isNotEmpty().allMatch(text -> text.contains("KnowsTooMuch"));
    }

    @Test
    void findsClockAndChanceButNotInWiring() {
        List<String> found = broken(ClockAndChance.comeFromOutside());
        assertThat(found).allMatch(text -> text.contains("AsksTheMachine"));
        assertThat(found).anyMatch(text -> text.contains("Instant.now"));
        assertThat(found).anyMatch(text -> text.contains("Random.<init>"));
        assertThat(found).anyMatch(text -> text.contains("UUID.randomUUID"));
    }

    @Test
    void findsANameThatSaysNothing() {
        assertThat(broken(Rules.namesSayKnowledge())).singleElement().asString().contains("OrderManager");
    }

    @Test
    void findsAnInjectedField() {
        assertThat(broken(Rules.noFieldInjection())).singleElement().asString().contains("FieldInjected.orders");
    }

    @Test
    void tellsTheRoomOfAModule() {
        assertThat(ModuleMap.roomOf("functions/libraries/trading")).isEqualTo(ModuleMap.Room.LIBRARY);
        assertThat(ModuleMap.roomOf("functions/position")).isEqualTo(ModuleMap.Room.FUNCTION);
        assertThat(ModuleMap.roomOf("realtime-gateway")).isEqualTo(ModuleMap.Room.GATEWAY);
        assertThat(ModuleMap.roomOf("infra/provision")).isEqualTo(ModuleMap.Room.INFRA);
    }

    private static List<String> broken(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().getDetails();
    }

    private static Optional<String> module(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(PLANTED) ? Optional.of(name.substring(name.lastIndexOf('.') + 1)) : Optional.empty();
    }
}
