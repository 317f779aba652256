package io.ringside.rules.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule is shown a violation and something that only looks like one. */
class PlantedTreeTest {
    private static final String MAIN = "functions/libraries/trading/src/main/java/a/A.java";
    private static final String TEST = "functions/libraries/trading/src/test/java/a/ATest.java";

    @Test
    void findsALongFileAndALongLine() {
        assertThat(broken(new FileSize(), MAIN, "\n".repeat(201))).hasSize(1);
        assertThat(broken(new FileSize(), MAIN, "\n".repeat(200))).isEmpty();
        assertThat(broken(new FileSize(), TEST, "\n".repeat(300))).isEmpty();
        assertThat(broken(new FileSize(), TEST, "\n".repeat(301))).hasSize(1);
        assertThat(broken(new FileSize(), MAIN, "x".repeat(121))).hasSize(1);
    }

    @Test
    void findsALongMethod() {
        assertThat(broken(new MethodSize(), MAIN, method(41)))
                .singleElement()
                .extracting(Breach::line)
                .isEqualTo(2);
        assertThat(broken(new MethodSize(), MAIN, method(40))).isEmpty();
        String rows = "class A { String rows() {\n return " + "\"\" +\n".repeat(50) + " \"\"; } }";
        assertThat(broken(new MethodSize(), TEST, rows)).as("a table of cases").isEmpty();
        assertThat(broken(new MethodSize(), MAIN, rows)).hasSize(1);
    }

    @Test
    void findsAPackageOfAFunctionThatIsTooLarge() {
        String folder = "functions/greet/src/main/java/greet/";
        assertThat(broken(new PackageSize(), classes(folder, PackageSize.CLASSES_MAX, 1)))
                .isEmpty();
        assertThat(broken(new PackageSize(), classes(folder, PackageSize.CLASSES_MAX + 1, 1)))
                .hasSize(1);
        assertThat(broken(new PackageSize(), classes(folder, 6, PackageSize.LINES_MAX / 6)))
                .isEmpty();
        assertThat(broken(new PackageSize(), classes(folder, 7, PackageSize.LINES_MAX / 6)))
                .hasSize(1);
        assertThat(broken(new PackageSize(), classes(folder.replace("/main/", "/test/"), 99, 1)))
                .isEmpty();
        assertThat(broken(new PackageSize(), classes("functions/libraries/l/src/main/java/l/", 99, 1)))
                .isEmpty();
    }

    private static SourceFile[] classes(String folder, int count, int lines) {
        return Stream.concat(
                        Stream.of("package-info"), IntStream.range(0, count).mapToObj(i -> "C" + i))
                .map(name -> new SourceFile(folder + name + ".java", "\n".repeat(lines)))
                .toArray(SourceFile[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { double price; }",
                "class A { Object of(float size) { return size; } }",
                "class A { java.util.List<Double> prices; }",
                "class A { Object half = 0.5; }"
            })
    void findsFloatingPointMoney(String source) {
        assertThat(broken(new NoFloatingPoint(), MAIN, source)).isNotEmpty();
        assertThat(broken(new NoFloatingPoint(), MAIN.replace("/a/A", "/statistics/A"), source))
                .isEmpty();
    }

    @Test
    void findsNoFloatingPointInWordsAndTexts() {
        String source = "/** A double. */ class A { String text = \"double 0.5\"; }";
        assertThat(broken(new NoFloatingPoint(), MAIN, source)).isEmpty();
    }

    @Test
    void findsAPackageThatSaysNothing() {
        SourceFile code = new SourceFile(MAIN, "class A {}");
        SourceFile test = new SourceFile(TEST, "class ATest {}");
        String note = MAIN.replace("A.java", "package-info.java");
        assertThat(broken(new PackageNotes(), code, test)).hasSize(1);
        assertThat(broken(new PackageNotes(), code, test, new SourceFile(note, "package a;")))
                .hasSize(1);
        assertThat(broken(new PackageNotes(), code, test, new SourceFile(note, "/** A. */ @NullMarked package a;")))
                .isEmpty();
    }

    @Test
    void findsAModuleWithoutReadmeAndAFunctionWithoutCanvas() {
        SourceFile pom = new SourceFile("functions/greet/pom.xml", "<project/>");
        String canvas =
                "- **Purpose** **Consumes** **Publishes** **Stores** **Idempotency key** **Refusals** **Limits**";
        assertThat(broken(new ModuleReadme(), pom)).hasSize(1);
        assertThat(broken(new ModuleReadme(), pom, new SourceFile("functions/greet/README.md", "# greet")))
                .hasSize(ModuleReadme.CANVAS.size() + 1);
        assertThat(broken(new ModuleReadme(), pom, new SourceFile("functions/greet/README.md", canvas)))
                .isEmpty();
    }

    @Test
    void findsATerraformModuleWithoutItsFiles() {
        assertThat(broken(new TerraformFiles(), "terraform/modules/x/main.tf", ""))
                .hasSize(4);
    }

    @Test
    void findsWhatIsLeftToDoWithoutAnId() {
        String mark = "// TO" + "DO";
        assertThat(broken(Words.UNNAMED_TODO, MAIN, mark + " later")).hasSize(1);
        assertThat(broken(Words.UNNAMED_TODO, MAIN, mark + "(C2.1) refuse it")).isEmpty();
        assertThat(broken(Words.UNNAMED_TODO, MAIN, "String mastodon;")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    // return price;",
                "// if (price > 0) {",
                "// }",
                "// price = book.best();",
                "// int price = 7;",
                "// book.clear();",
                "// @Override"
            })
    void findsCommentedOutCode(String line) {
        assertThat(broken(Words.COMMENTED_CODE, MAIN, line)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// if the price is old, nothing is traded",
                "// One price; another follows;",
                "// for late comers (see the board)",
                "int a = 1; // price = 7 is the usual one"
            })
    void leavesSentencesAlone(String line) {
        assertThat(broken(Words.COMMENTED_CODE, MAIN, line)).isEmpty();
    }

    @Test
    void findsAPathOfAMachine() {
        for (String folder : List.of("ro" + "ot", "ho" + "me", "Us" + "ers", "wo" + "rk")) {
            assertThat(broken(Words.MACHINE_PATH, "README.md", "see /" + folder + "/main/x"))
                    .hasSize(1);
        }
        assertThat(broken(
                        Words.MACHINE_PATH,
                        "README.md",
                        "GET /api/orders, http://host/wo" + "rk/1 and target/ho" + "me/x"))
                .isEmpty();
    }

    @Test
    void findsARegistryHost() {
        assertThat(broken(Words.REGISTRY_HOST, "x.json", "https://" + "registry.example/x"))
                .hasSize(1);
        assertThat(broken(Words.REGISTRY_HOST, "pom.xml", "https://" + "repo1.example/maven2"))
                .hasSize(1);
        assertThat(broken(Words.REGISTRY_HOST, "pom.xml", "http://maven.apache.org/POM/4.0.0"))
                .isEmpty();
    }

    @Test
    void findsATestThatDoesNotRun() {
        assertThat(broken(Words.DISABLED_TEST, TEST, "    @Dis" + "abled(\"flaky\")"))
                .hasSize(1);
        assertThat(broken(Words.DISABLED_TEST, "web/test/a.test.ts", "  it.sk" + "ip('x', () => {"))
                .hasSize(1);
        assertThat(broken(Words.DISABLED_TEST, "web/test/a.test.ts", "  it('x', () => {"))
                .isEmpty();
    }

    @Test
    void findsATestThatSleeps() {
        assertThat(broken(Words.SLEEPING_TEST, TEST, "Thread.sl" + "eep(100);")).hasSize(1);
        assertThat(broken(Words.SLEEPING_TEST, MAIN, "Thread.sl" + "eep(100);")).isEmpty();
    }

    @Test
    void excusesOnlyWhatIsNamedWithAReasonAndSaysWhatIsNoLongerNeeded() {
        String list = "# comment\nfile-size | a/ | generated\nfile-size | b/B.java | because\n";
        Exemptions exemptions =
                Exemptions.of(new Repository(Path.of("."), List.of(new SourceFile(Exemptions.FILE, list))));
        Breach excused = new Breach("file-size", "a/A.java", 0, "");
        Breach other = new Breach("method-size", "a/A.java", 0, "");
        assertThat(exemptions.apply(List.of(excused, other))).containsExactly(other);
        assertThat(exemptions.unused()).singleElement().asString().contains("b/B.java");
        SourceFile unreasoned = new SourceFile(Exemptions.FILE, "file-size | a/ | ");
        assertThatThrownBy(() -> Exemptions.of(new Repository(Path.of("."), List.of(unreasoned))))
                .hasMessageContaining("because");
    }

    @Test
    void readsTheTreeWithoutWhatToolsMade(@TempDir Path root) throws IOException {
        for (String path :
                List.of("a/pom.xml", "a/src/main/java/A.java", "a/target/B.java", "node_modules/c.ts", "up", "d.png")) {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), "x");
        }
        Repository tree = Repository.of(root);
        assertThat(tree.files())
                .extracting(SourceFile::path)
                .containsExactly("a/pom.xml", "a/src/main/java/A.java", "up");
        assertThat(tree.modules()).containsExactly("a");
        assertThat(tree.javaModules()).containsExactly("a");
    }

    @Test
    void findsASettingThatNoReadmeTells() {
        String settings = "@ConfigurationProperties(\"ringside.x\") record X(int perUser, java.time.Duration idle) {}";
        String environment = "port: ${SOME_PORT:8080}";
        SourceFile java = new SourceFile("m/src/main/java/X.java", settings);
        SourceFile yaml = new SourceFile("m/src/main/resources/application.yml", environment);
        assertThat(broken(new KnownSettings(), java, yaml)).hasSize(3);
        SourceFile readme = new SourceFile("m/README.md", "`ringside.x.per-user`, `.idle`; `SOME_PORT`");
        assertThat(broken(new KnownSettings(), java, yaml, readme)).isEmpty();
        SourceFile other = new SourceFile("m/README.md", "`ringside.x.per-users`, `.idleness`; `SOME_PORTS`");
        assertThat(broken(new KnownSettings(), java, yaml, other)).hasSize(3);
    }

    private static List<Breach> broken(TidyRule rule, String path, String text) {
        return broken(rule, new SourceFile(path, text));
    }

    private static List<Breach> broken(TidyRule rule, SourceFile... files) {
        return rule.breaches(new Repository(Path.of("."), List.of(files)));
    }

    private static String method(int lines) {
        return "class A {\n    void a() {\n" + "        a();\n".repeat(lines - 2) + "    }\n}\n";
    }
}
