package io.ringside.faults.alert;

import io.ringside.faults.alert.Heard.Asked;
import io.ringside.faults.alert.Heard.Refused;
import io.ringside.faults.alert.Heard.Restored;
import io.ringside.faults.alert.Heard.Settled;
import io.ringside.faults.alert.Heard.Shown;
import io.ringside.faults.alert.Heard.Taken;
import io.ringside.faults.check.Findings;
import io.ringside.faults.check.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a run by what was accepted, what clients heard, the book, and what a client that knows nothing is given. */
public final class AlertJudge {
    private final AlertEvidence evidence;

    private AlertJudge(AlertEvidence evidence) {
        this.evidence = evidence;
    }

    /** A promise, and what looks whether it was kept to one user. */
    private record Promise(String title, Look look) {}

    @FunctionalInterface
    private interface Look {
        void at(String user, Findings findings);
    }

    public static List<Verdict> judge(AlertEvidence evidence) {
        AlertJudge judge = new AlertJudge(evidence);
        List<Promise> promises = List.of(
                new Promise("every alert that was accepted is shown to its user", judge::nothingLost),
                new Promise("no alert is shown twice, and none that nobody raised", judge::nothingTwice),
                new Promise("each user sees alerts in the order of the log", judge::orderKept),
                new Promise("each push names the one before it, or a gap was announced", judge::chainHolds),
                new Promise("nothing is acknowledged that its user has not seen", judge::nothingUnread),
                new Promise("what a new client is given is what is not acknowledged", judge::givenAnew),
                new Promise("no client is refused for good", judge::nobodyRefused));
        return promises.stream().map(judge::verdict).toList();
    }

    private Verdict verdict(Promise promise) {
        Findings findings = new Findings();
        evidence.accepted().keySet().stream().sorted().forEach(user -> promise.look()
                .at(user, findings));
        return new Verdict(promise.title(), findings.count(), findings.violations());
    }

    private void nothingLost(String user, Findings findings) {
        Set<String> shown = new HashSet<>(shown(user));
        for (String id : accepted(user)) {
            findings.expect(shown.contains(id), "%s of %s is lost", id, user);
        }
    }

    private void nothingTwice(String user, Findings findings) {
        Set<String> raised = new HashSet<>(accepted(user));
        Set<String> seen = new HashSet<>();
        for (String id : shown(user)) {
            findings.expect(seen.add(id), "%s is shown to %s again", id, user);
            findings.must(raised.contains(id), "%s is shown to %s and was not raised for him", id, user);
        }
    }

    private void orderKept(String user, Findings findings) {
        Map<String, Integer> turns = new HashMap<>();
        accepted(user).forEach(id -> turns.put(id, turns.size()));
        int last = -1;
        Set<String> seen = new HashSet<>();
        for (String id : shown(user)) {
            Integer turn = turns.get(id);
            if (turn != null && seen.add(id)) {
                findings.expect(turn > last, "%s is shown to %s after a later one", id, user);
                last = Math.max(last, turn);
            }
        }
    }

    private void chainHolds(String user, Findings findings) {
        long stands = -1;
        boolean anyPrevious = false;
        for (Heard step : heard(user)) {
            switch (step) {
                case Restored restored -> {
                    findings.must(
                            restored.gap() || stands < 0 || restored.sequence() == stands,
                            "%s stood at %d and is told without a gap to stand at %d",
                            user,
                            stands,
                            restored.sequence());
                    stands = restored.sequence();
                    anyPrevious = restored.gap();
                }
                case Taken taken -> {
                    findings.expect(
                            anyPrevious ? taken.sequence() > stands : taken.previous() == stands,
                            "%s stands at %d and takes %d, which follows %d",
                            user,
                            stands,
                            taken.sequence(),
                            taken.previous());
                    stands = taken.sequence();
                    anyPrevious = false;
                }
                default -> {}
            }
        }
    }

    private void nothingUnread(String user, Findings findings) {
        Set<String> shown = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (Heard step : heard(user)) {
            switch (step) {
                case Shown alert -> shown.add(alert.alertId());
                case Asked ask -> {
                    ask.alertIds()
                            .forEach(id -> findings.expect(shown.contains(id), "%s acknowledges %s unread", user, id));
                    asked.addAll(ask.alertIds());
                }
                case Settled settled ->
                    settled.alertIds()
                            .forEach(id -> findings.must(
                                    asked.contains(id), "%s is told that %s is acknowledged, by nobody", user, id));
                default -> {}
            }
        }
        for (String id : acknowledged(user)) {
            findings.expect(asked.contains(id), "the book has %s of %s acknowledged, by nobody", id, user);
        }
    }

    private void givenAnew(String user, Findings findings) {
        Set<String> settled = new HashSet<>();
        for (Heard step : heard(user)) {
            if (step instanceof Settled those) {
                settled.addAll(those.alertIds());
            }
        }
        Set<String> given = evidence.anew().getOrDefault(user, Set.of());
        for (String id : accepted(user)) {
            if (settled.contains(id)) {
                findings.expect(!given.contains(id), "%s gave %s anew, which is acknowledged", user, id);
                findings.must(
                        acknowledged(user).contains(id), "%s of %s is told acknowledged, the book says not", id, user);
            } else {
                findings.expect(given.contains(id), "%s is not given %s, which is not acknowledged", user, id);
            }
        }
    }

    private void nobodyRefused(String user, Findings findings) {
        findings.looked();
        for (Heard step : heard(user)) {
            if (step instanceof Refused refused) {
                findings.must(false, "%s: %s", user, refused.why());
            }
        }
    }

    private List<String> accepted(String user) {
        return evidence.accepted().getOrDefault(user, List.of());
    }

    private List<Heard> heard(String user) {
        return evidence.heard().getOrDefault(user, List.of());
    }

    private Set<String> acknowledged(String user) {
        return evidence.acknowledged().getOrDefault(user, Set.of());
    }

    private List<String> shown(String user) {
        List<String> ids = new ArrayList<>();
        for (Heard step : heard(user)) {
            if (step instanceof Shown shown) {
                ids.add(shown.alertId());
            }
        }
        return ids;
    }
}
