package io.ringside.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.upgrade.Door;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The description of the HTTP and the gateway that it describes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void describesTheRoutesThatThereAre() {
        TreeSet<String> described =
                Operations.ALL.stream().map(Operation::route).collect(Collectors.toCollection(TreeSet::new));
        described.addAll(Management.ROUTES);
        described.addAll(LiveRoutes.ROUTES);
        TreeSet<String> there = new TreeSet<>(Routes.of(gateway).keySet());
        gateway.beans().getBeansOfType(Door.class).forEach(door -> there.add("GET " + door.path()));
        assertThat(there).isEqualTo(described);
    }

    @Test
    void servesTheFirstVersionAlsoUnderPathsWithoutOne() {
        Set<String> first = Routes.of(gateway).keySet().stream()
                .filter(route -> route.contains(" /api/v1/"))
                .map(route -> route.replace(" /api/v1/", " /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Routes.unversioned(gateway)).isEqualTo(first);
    }

    @Test
    void isCurrent() throws IOException {
        Written.check("openapi.json", new OpenApi(Routes.of(gateway)).write());
    }
}
