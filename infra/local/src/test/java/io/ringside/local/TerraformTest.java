package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether {@code infra/test} finds Terraform's provider, and only the one that is pinned. */
class TerraformTest {
    private static final String PLUGIN =
            "host.example/nats-io/jetstream/9.8.7/linux_amd64/terraform-provider-jetstream";

    private final Path folder;
    private final Path home;
    private final Path told;

    TerraformTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        home = folder.resolve("somebody");
        told = folder.resolve("told");
        Path versions = Files.createDirectories(folder.resolve("terraform/modules/messaging"));
        Files.writeString(
                versions.resolve("versions.tf"), "  required_version = \">= 1.11.0\"\n  version = \"9.8.7\"\n");
    }

    @Test
    void theVersionIsTheOneThatIsPinned() throws Exception {
        assertThat(run("provider_version")).isEqualTo("9.8.7");
    }

    @Test
    void aMachineWithoutTheProviderIsToldFromOneThatHasIt() throws Exception {
        plugin(told.resolve(PLUGIN.replace("9.8.7", "9.8.6")));
        plugin(told.resolve(PLUGIN.replace("nats-io/jetstream", "other/jetstream")));
        assertThat(run("provider_folder || echo none")).isEqualTo("none");
    }

    @Test
    void whatOneWasToldIsTakenBeforeWhatIsFound() throws Exception {
        plugin(home.resolve(".terraform.d/plugins").resolve(PLUGIN));
        assertThat(run("provider_folder")).isEqualTo(home + "/.terraform.d/plugins");
        plugin(told.resolve(PLUGIN));
        assertThat(run("provider_folder")).isEqualTo(told.toString());
    }

    @Test
    void aProviderThatAnInitialisationFetchedIsFound() throws Exception {
        Path fetched = folder.resolve("terraform/environments/local/.terraform/providers");
        plugin(fetched.resolve(PLUGIN));
        assertThat(run("provider_folder")).isEqualTo(fetched.toString());
    }

    private static void plugin(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private String run(String commands) throws IOException, InterruptedException {
        return SourcedScript.in(folder, "terraform.sh")
                .run("export HOME=" + home + " RINGSIDE_TF_PLUGINS=" + told
                        + "; unset TF_PLUGIN_CACHE_DIR XDG_DATA_HOME\n" + commands);
    }
}
