package io.ringside.benchmarks.trader;

import static io.ringside.benchmarks.trader.Continuity.Judgement.ACCEPT;
import static io.ringside.benchmarks.trader.Continuity.Judgement.DUPLICATE;
import static io.ringside.benchmarks.trader.Continuity.Judgement.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.benchmarks.trader.Inbound.Subscribed;
import org.junit.jupiter.api.Test;

class ContinuityTest {
    private final Continuity continuity = new Continuity();

    @Test
    void aPushIsAcceptedWhenItNamesTheOneBeforeIt() {
        continuity.restored(new Subscribed("live", new Position("e", 7), null, null, null));

        assertThat(continuity.judge(9, 7)).isEqualTo(ACCEPT);
        assertThat(continuity.judge(9, 7)).isEqualTo(DUPLICATE);
        assertThat(continuity.judge(15, 12)).isEqualTo(GAP);
        assertThat(continuity.position()).isEqualTo(new Position("e", 9));
    }

    @Test
    void aReplayGoesOnWhereTheClientStood() {
        continuity.restored(new Subscribed("live", new Position("e", 7), null, null, null));
        continuity.restored(new Subscribed("replay", new Position("e", 20), 2, null, null));

        assertThat(continuity.judge(9, 7)).isEqualTo(ACCEPT);
    }

    @Test
    void afterAGapTheFirstPushMayFollowWhatIsGone() {
        boolean lost = continuity.restored(new Subscribed("gap", new Position("e", 20), 2, 15L, "evicted"));

        assertThat(lost).isTrue();
        assertThat(continuity.judge(15, 11)).isEqualTo(ACCEPT);
        assertThat(continuity.judge(20, 15)).isEqualTo(ACCEPT);
        assertThat(continuity.judge(30, 25)).isEqualTo(GAP);
    }

    @Test
    void aFirstVisitMissesNothing() {
        assertThat(continuity.restored(new Subscribed("gap", new Position("e", 20), 0, 21L, "first")))
                .isFalse();
        assertThat(continuity.position()).isEqualTo(new Position("e", 20));
    }

    @Test
    void withoutAPositionEverythingIsAGap() {
        assertThat(continuity.judge(1, 0)).isEqualTo(GAP);
    }
}
