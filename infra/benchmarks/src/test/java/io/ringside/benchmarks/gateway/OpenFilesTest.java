package io.ringside.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpenFilesTest {
    private static final String LIMITS =
            "Limit                     Soft Limit           Hard Limit           Units     \n"
                    + "Max cpu time              unlimited            unlimited            seconds   \n"
                    + "Max open files            %s                20000                files     \n";

    @Test
    void moreSocketsThanFilesAreRefusedBeforeAnythingStarts() {
        assertThatThrownBy(() -> OpenFiles.require(Sizes.whole(), LIMITS.formatted("1024")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15000 sockets need 15500 open files, and a process may have 1024 here");
        assertThatThrownBy(() -> OpenFiles.require(Sizes.quick().with(Size.STORM, 19_501), LIMITS.formatted("20000")))
                .hasMessageContaining("19501 sockets need 20001 open files");
    }

    @Test
    void asManyAsThereAreFilesForMayBeAskedFor() {
        assertThatCode(() -> OpenFiles.require(Sizes.whole(), LIMITS.formatted("15500")))
                .doesNotThrowAnyException();
        assertThatCode(() -> OpenFiles.require(Sizes.whole(), LIMITS.formatted("unlimited")))
                .doesNotThrowAnyException();
    }
}
