package io.ringside.provision.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void noPortIsGivenToTwoWhoHaveNotBegunToListen() {
        assertThat(IntStream.range(0, 1_000).map(i -> FreePort.find()).boxed())
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 20_000 && port < 32_000);
    }
}
