package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.provision.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of the shell commands, run by the real shell with a PATH of the test's making. */
class PrerequisitesTest {
    private static final Path ROOT = Repository.find().root();
    private static final Path SCRIPT = ROOT.resolve("infra/local/prerequisites.sh");
    private static final String UP = "exec /bin/bash " + ROOT.resolve("infra/up") + ' ';

    private final Path tools;

    PrerequisitesTest(@TempDir Path tools) {
        this.tools = tools;
    }

    @Test
    void aMissingJdkIsNamedWithItsRemedy() throws Exception {
        assertThat(run("require_jdk"))
                .isEqualTo("exit 1: check: no JDK 25 in JAVA_HOME, /usr/lib/jvm or ~/.sdkman: install one (for example"
                        + " Temurin 25) or set JAVA_HOME");
    }

    @Test
    void aJdk25AmongOthersIsFound() throws Exception {
        jdk("old", "17.0.2");
        Path wanted = jdk("new", "25.0.3");
        assertThat(run("require_jdk; echo $JAVA_HOME")).isEqualTo("exit 0: " + wanted);
    }

    @Test
    void missingMavenAndNodeAreNamed() throws Exception {
        assertThat(run("require_maven")).startsWith("exit 1: check: no mvn on PATH");
        assertThat(run("require_node")).startsWith("exit 1: check: no node on PATH");
    }

    @Test
    void anOldNodeIsNamedWithItsVersion() throws Exception {
        tool("npm", "");
        tool("node", "echo v20.18.9");
        assertThat(run("require_node")).isEqualTo("exit 1: check: node is v20.18.9: install Node.js 20.19 or newer");
        tool("node", "echo v22.1.0");
        assertThat(run("require_node")).isEqualTo("exit 0: ");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(tools.resolve("file"));
        assertThat(run("require_writable " + file)).startsWith("exit 1: check: cannot write in " + file);
        assertThat(run("require_writable " + tools.resolve("fresh"))).isEqualTo("exit 0: ");
    }

    @Test
    void whatIsNoOptionOfAFloorIsNamedBeforeAnythingIsLookedForOrBuilt() throws Exception {
        assertThat(run(UP + "--gatways 2")).startsWith("exit 1: up: unknown option --gatways; usage: infra/up [--feed");
        assertThat(run(UP + "--port abc")).startsWith("exit 1: up: --port abc is not a number; usage: ");
        assertThat(run(UP + "--data")).startsWith("exit 1: up: --data needs a value; usage: ");
        assertThat(run(UP + "--port 1 --data " + tools)).startsWith("exit 1: up: no JDK 25");
    }

    private String run(String checks) throws IOException, InterruptedException {
        Path bash = Path.of("/bin/bash");
        for (String needed : List.of("basename", "dirname", "grep", "mkdir")) {
            tool(needed, "exec /usr/bin/" + needed + " \"$@\"");
        }
        ProcessBuilder builder = new ProcessBuilder(
                        bash.toString(), "-c", "set -euo pipefail; source " + SCRIPT + "; " + checks, "check")
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", tools.toString());
        builder.environment().put("RINGSIDE_JDK_FOLDERS", tools + "/old " + tools + "/new");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return "exit " + process.waitFor() + ": " + output;
    }

    private void tool(String name, String body) throws IOException {
        executable(tools.resolve(name), "#!/bin/bash\n" + body + "\n");
    }

    private Path jdk(String name, String version) throws IOException {
        Path folder = tools.resolve(name);
        Files.createDirectories(folder.resolve("bin"));
        executable(folder.resolve("bin/javac"), "#!/bin/bash\n");
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
