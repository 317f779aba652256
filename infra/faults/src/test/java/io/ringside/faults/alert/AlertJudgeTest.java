package io.ringside.faults.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.faults.alert.Heard.Asked;
import io.ringside.faults.alert.Heard.Missed;
import io.ringside.faults.alert.Heard.Refused;
import io.ringside.faults.alert.Heard.Restored;
import io.ringside.faults.alert.Heard.Settled;
import io.ringside.faults.alert.Heard.Shown;
import io.ringside.faults.alert.Heard.Taken;
import io.ringside.faults.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each test spoils one thing of a run in which all is well: a, b and c are raised, a and b acknowledged. */
class AlertJudgeTest {
    private static final String USER = "ann";
    private static final String LOST = "every alert that was accepted is shown to its user";
    private static final String TWICE = "no alert is shown twice, and none that nobody raised";
    private static final String ORDER = "each user sees alerts in the order of the log";
    private static final String CHAIN = "each push names the one before it, or a gap was announced";
    private static final String UNREAD = "nothing is acknowledged that its user has not seen";
    private static final String ANEW = "what a new client is given is what is not acknowledged";
    private static final String REFUSED = "no client is refused for good";

    private final List<String> accepted = new ArrayList<>(List.of("a", "b", "c"));
    private final List<Heard> life = new ArrayList<>(List.of(
            new Restored(true, 4),
            new Taken(5, 2),
            new Shown("a"),
            new Asked(List.of("a")),
            new Taken(8, 5),
            new Shown("b"),
            new Missed(13, 11),
            new Restored(false, 8),
            new Taken(11, 8),
            new Settled(List.of("a")),
            new Asked(List.of("b")),
            new Taken(13, 11),
            new Shown("c"),
            new Taken(14, 13),
            new Settled(List.of("b"))));
    private Set<String> book = Set.of("a", "b");
    private Set<String> anew = Set.of("c");

    @Test
    void aRunInWhichAllIsWellHoldsAndIsLookedAt() {
        assertThat(verdicts()).hasSize(7).allSatisfy(verdict -> {
            assertThat(verdict.violations()).isEmpty();
            assertThat(verdict.looked()).isPositive();
        });
        assertThat(evidence().resyncs()).isEqualTo(1);
        assertThat(evidence().gaps()).isEqualTo(1);
    }

    @Test
    void anAlertThatIsNeverShownIsLost() {
        life.remove(new Shown("c"));

        assertThat(broken()).isEqualTo(Map.of(LOST, List.of("c of ann is lost")));
    }

    @Test
    void anAlertOfSomebodyWhoNeverHeardAnythingIsLost() {
        AlertEvidence nobody = new AlertEvidence(Map.of("bob", List.of("d")), Map.of(), Map.of(), Map.of());

        assertThat(AlertJudge.judge(nobody).getFirst().violations()).containsExactly("d of bob is lost");
    }

    @Test
    void anAlertThatIsShownAgainIsTwice() {
        life.add(new Shown("b"));

        assertThat(broken()).isEqualTo(Map.of(TWICE, List.of("b is shown to ann again")));
    }

    @Test
    void anAlertThatWasNotRaisedForThisUserIsFound() {
        life.add(new Shown("x"));

        assertThat(broken()).isEqualTo(Map.of(TWICE, List.of("x is shown to ann and was not raised for him")));
    }

    @Test
    void anAlertThatIsShownAfterALaterOneIsOutOfOrder() {
        accepted.clear();
        accepted.addAll(List.of("a", "c", "b"));

        assertThat(broken()).isEqualTo(Map.of(ORDER, List.of("c is shown to ann after a later one")));
    }

    @Test
    void aPushThatDoesNotFollowOnTheLastOneBreaksTheChain() {
        life.set(4, new Taken(8, 6));

        assertThat(broken()).isEqualTo(Map.of(CHAIN, List.of("ann stands at 5 and takes 8, which follows 6")));
    }

    @Test
    void aPositionThatMovesWithoutAGapBreaksTheChain() {
        life.set(7, new Restored(false, 9));
        life.set(8, new Taken(11, 9));

        assertThat(broken())
                .isEqualTo(Map.of(CHAIN, List.of("ann stood at 8 and is told without a gap to stand at 9")));
    }

    @Test
    void onlyTheFirstPushAfterAGapMayFollowAnything() {
        life.set(7, new Restored(true, 9));
        life.set(8, new Taken(11, 3));
        assertThat(broken()).isEmpty();

        life.set(11, new Taken(13, 3));
        assertThat(broken()).isEqualTo(Map.of(CHAIN, List.of("ann stands at 11 and takes 13, which follows 3")));
    }

    @Test
    void anAcknowledgementBeforeTheAlertIsShownIsUnread() {
        life.add(1, new Asked(List.of("b")));

        assertThat(broken()).isEqualTo(Map.of(UNREAD, List.of("ann acknowledges b unread")));
    }

    @Test
    void anAcknowledgementThatNobodyAskedForIsFoundInTheBookAndOnTheWire() {
        book = Set.of("a", "b", "c");
        life.add(new Settled(List.of("c")));
        anew = Set.of();

        assertThat(broken())
                .isEqualTo(Map.of(
                        UNREAD,
                        List.of(
                                "ann is told that c is acknowledged, by nobody",
                                "the book has c of ann acknowledged, by nobody")));
    }

    @Test
    void whatIsAcknowledgedMustNotBeGivenAnew() {
        anew = Set.of("b", "c");

        assertThat(broken()).isEqualTo(Map.of(ANEW, List.of("ann gave b anew, which is acknowledged")));
    }

    @Test
    void whatIsNotAcknowledgedMustBeGivenAnew() {
        anew = Set.of();

        assertThat(broken()).isEqualTo(Map.of(ANEW, List.of("ann is not given c, which is not acknowledged")));
    }

    @Test
    void whatIsToldAcknowledgedMustBeSoInTheBook() {
        book = Set.of("a");

        assertThat(broken()).isEqualTo(Map.of(ANEW, List.of("b of ann is told acknowledged, the book says not")));
    }

    @Test
    void aClientThatIsRefusedForGoodIsFound() {
        life.add(new Refused("closed for good with 4501"));

        assertThat(broken()).isEqualTo(Map.of(REFUSED, List.of("ann: closed for good with 4501")));
    }

    private Map<String, List<String>> broken() {
        return verdicts().stream()
                .filter(verdict -> !verdict.holds())
                .collect(java.util.stream.Collectors.toMap(Verdict::title, Verdict::violations));
    }

    private List<Verdict> verdicts() {
        return AlertJudge.judge(evidence());
    }

    private AlertEvidence evidence() {
        return new AlertEvidence(Map.of(USER, accepted), Map.of(USER, life), Map.of(USER, book), Map.of(USER, anew));
    }
}
