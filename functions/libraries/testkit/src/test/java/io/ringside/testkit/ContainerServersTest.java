package io.ringside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When container images are used; that they serve is seen where they are asked for, by every test of the floor. */
class ContainerServersTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "no"})
    void nobodyIsAskedForADaemonWhereNoContainersAreWanted(String said) {
        assertThat(whenAsked(Map.of("RINGSIDE_CONTAINERS", said))).isEmpty();
        assertThat(whenAsked(Map.of())).isEmpty();
    }

    @Test
    void containersWithoutADaemonAreRefusedWithTheRemedies() {
        assertThatThrownBy(() -> whenAsked(Map.of("RINGSIDE_CONTAINERS", "yes"), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no Docker daemon answers")
                .hasMessageContaining("DOCKER_HOST")
                .hasMessageContaining("unset RINGSIDE_CONTAINERS");
    }

    @Test
    void anAnswerThatIsNeitherYesNorNoIsRefused() {
        assertThatThrownBy(() -> whenAsked(Map.of("RINGSIDE_CONTAINERS", "perhaps")))
                .hasMessageContaining("RINGSIDE_CONTAINERS is 'perhaps': say yes or no");
    }

    private static Optional<SharedServers> whenAsked(Map<String, String> environment) {
        return ContainerServers.whenAsked(
                environment::get,
                () -> {
                    throw new AssertionError("asked for a daemon");
                },
                "secret");
    }

    private static Optional<SharedServers> whenAsked(Map<String, String> environment, boolean daemonAnswers) {
        return ContainerServers.whenAsked(environment::get, () -> daemonAnswers, "secret");
    }
}
