package io.ringside.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Emission EMISSION = new Emission("user.alice", "order.updated", "body");

    @Test
    void emitsUpToItsLimit() {
        List<Emission> most = Collections.nCopies(Decision.EMISSIONS_MAX, EMISSION);
        assertThat(Decision.of("filled", most).emissions()).hasSize(1_000);
        List<Emission> tooMany = Collections.nCopies(Decision.EMISSIONS_MAX + 1, EMISSION);
        assertThatThrownBy(() -> Decision.of("filled", tooMany))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1001 emissions in one decision, the limit is 1000");
    }

    @Test
    void aSourceFollowsItsVerbsAndNoOthers() {
        Source source = Source.facts("order", Map.of("accepted", String.class));
        assertThat(source.filters(3)).containsExactly("evt.order.accepted.3.>");
        assertThat(source.bodyOf("evt.order.accepted.3.ACC.x")).contains(String.class);
        assertThat(source.bodyOf("evt.order.rejected.3.ACC.x")).isEmpty();
        assertThat(source.bodyOf("cmd.order.accepted.3.ACC")).isEmpty();
        assertThatThrownBy(() -> Source.commands("order", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a source needs at least one verb");
    }
}
