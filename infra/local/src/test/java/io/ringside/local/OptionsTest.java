package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Path REPOSITORY = Path.of("/repository");

    @Test
    void withoutWordsItIsTheSimulatorOnPort8080() {
        assertThat(parse()).isEqualTo(new Options("simulator", 8080, 1, REPOSITORY.resolve(".ringside"), Set.of()));
    }

    @Test
    void aRecordingIsReplayed(@TempDir Path folder) throws IOException {
        Path recording = Files.createFile(folder.resolve("capture"));
        assertThat(parse("--feed", recording.toString()).feed()).isEqualTo("replay:" + recording);
        assertThat(parse("--feed", "kraken", "--port", "9000", "--data", folder.toString(), "--bench-traders"))
                .isEqualTo(new Options("kraken", 9000, 1, folder, Set.of(Options.Extra.BENCH_TRADERS)));
    }

    @Test
    void anOperatorMayHaveTheServersAlone() {
        assertThat(parse("--servers-only", "--port", "9000", "--record").extras())
                .containsExactlyInAnyOrder(Options.Extra.SERVERS_ONLY, Options.Extra.RECORD);
    }

    @Test
    void aFloorLivesAsLongAsOneLikesUnlessItIsToBeBriefOrRecorded() {
        assertThat(parse().life()).isEqualTo(EarlierLives.Life.LASTING);
        assertThat(parse("--brief").life()).isEqualTo(EarlierLives.Life.BRIEF);
        assertThat(parse("--record").life()).isEqualTo(EarlierLives.Life.RECORDED);
    }

    @Test
    void aConformanceSuiteMayHaveAnEcho() {
        assertThat(parse("--profile", "conformance").extras()).containsExactly(Options.Extra.CONFORMANCE);
    }

    @Test
    void severalGatewaysMayStandBehindThePort() {
        assertThat(parse("--gateways", "2", "--port", "9000", "--servers-only"))
                .isEqualTo(new Options(
                        "simulator", 9000, 2, REPOSITORY.resolve(".ringside"), Set.of(Options.Extra.SERVERS_ONLY)));
    }

    @ParameterizedTest
    @CsvSource({
        "--feed /no/such/file, no readable recording",
        "--port 0, is not a port",
        "--port ninety, is not a port",
        "--port 70000, is not a port",
        "--port, needs a value",
        "--gateways 0, is not between 1 and 4",
        "--gateways 5, is not between 1 and 4",
        "--gateways two, is not between 1 and 4",
        "--brief --record, choose one",
        "--gateways 2 --record, --record takes one gateway",
        "--profile, needs a value",
        "--profile fast, is not conformance",
        "--colour red, unknown option --colour"
    })
    void whatCannotBeMeantIsRefusedInOneLine(String words, String message) {
        assertThatThrownBy(() -> parse(words.split(" ")))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining(message);
    }

    private static Options parse(String... words) {
        return Options.parse(List.of(words), REPOSITORY);
    }
}
