package io.ringside.rules.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.rules.tree.Repository;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole repository as it is. Exceptions stand in exemptions.txt, each with its reason. */
class TidyTest {
    private static final Repository REPOSITORY = Repository.ofThisBuild();
    private static final Exemptions EXEMPTIONS = Exemptions.of(REPOSITORY);

    @Test
    void theRepositoryIsSeen() {
        assertThat(REPOSITORY.files()).hasSizeGreaterThan(100);
        assertThat(REPOSITORY.javaModules()).contains("functions/libraries/contracts", "functions/market-data");
    }

    @Test
    void filesAndLinesKeepTheirCeilings() {
        holds(new FileSize());
    }

    @Test
    void methodsKeepTheirCeiling() {
        holds(new MethodSize());
    }

    @Test
    void packagesOfFunctionsKeepTheirCeilings() {
        holds(new PackageSize());
    }

    @Test
    void moneyIsNeverAFloatingPointNumber() {
        holds(new NoFloatingPoint());
    }

    @Test
    void everyPackageSaysWhatItIs() {
        holds(new PackageNotes());
    }

    @Test
    void everyModuleHasAReadmeAndEveryFunctionItsCanvas() {
        holds(new ModuleReadme());
    }

    @Test
    void everySettingStandsInAReadme() {
        holds(new KnownSettings());
    }

    @Test
    void everyTerraformModuleHasItsFiveFiles() {
        holds(new TerraformFiles());
    }

    @Test
    void terraformForgetsNoFieldOfTheMessagingCatalogue() {
        holds(new CarriedFields());
    }

    @Test
    void whatIsLeftToDoHasAnId() {
        holds(Words.UNNAMED_TODO);
    }

    @Test
    void thereIsNoCommentedOutCode() {
        holds(Words.COMMENTED_CODE);
    }

    @Test
    void noPathOfADevelopersMachineIsNamed() {
        holds(Words.MACHINE_PATH);
    }

    @Test
    void noHostOfAPackageRegistryIsNamed() {
        holds(Words.REGISTRY_HOST);
    }

    @Test
    void everyTestRuns() {
        holds(Words.DISABLED_TEST);
    }

    @Test
    void noTestSleeps() {
        holds(Words.SLEEPING_TEST);
    }

    @Test
    void everyExemptionIsStillNeeded() {
        Exemptions all = Exemptions.of(REPOSITORY);
        List.of(
                        new FileSize(),
                        new MethodSize(),
                        new PackageSize(),
                        new NoFloatingPoint(),
                        new PackageNotes(),
                        new ModuleReadme(),
                        new KnownSettings(),
                        new TerraformFiles(),
                        new CarriedFields(),
                        Words.UNNAMED_TODO,
                        Words.COMMENTED_CODE,
                        Words.MACHINE_PATH,
                        Words.REGISTRY_HOST,
                        Words.DISABLED_TEST,
                        Words.SLEEPING_TEST)
                .forEach(rule -> all.apply(rule.breaches(REPOSITORY)));
        assertThat(all.unused()).isEmpty();
    }

    private static void holds(TidyRule rule) {
        List<Breach> breaches = EXEMPTIONS.apply(rule.breaches(REPOSITORY));
        assertThat(breaches)
                .as(() -> rule.name() + " is broken in " + breaches.size() + " places:\n"
                        + String.join(
                                "\n", breaches.stream().map(Breach::toString).toList()))
                .isEmpty();
    }
}
