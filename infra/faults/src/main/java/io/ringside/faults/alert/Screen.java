package io.ringside.faults.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one person sees. After a gap nothing is shown until the state is read; what comes meanwhile waits, and what the
 * state had is not shown again when the stream brings it.
 */
final class Screen {
    private final List<Heard> life;
    private final Set<String> known = new HashSet<>();
    private final Set<String> fromState = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean reading;

    /** @param life where each step is kept */
    Screen(List<Heard> life) {
        this.life = life;
    }

    /** What came before is gone: the state has to be read. */
    void gap() {
        reading = true;
    }

    boolean isReading() {
        return reading;
    }

    /** The state, the oldest first: all that is not acknowledged. */
    void state(List<String> alertIds) {
        reading = false;
        for (String id : alertIds) {
            fromState.add(id);
            if (known.add(id)) {
                show(id);
            }
        }
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    void raised(String alertId) {
        inTurn(() -> {
            if (!fromState.remove(alertId)) {
                known.add(alertId);
                show(alertId);
            }
        });
    }

    void settled(List<String> alertIds) {
        inTurn(() -> {
            life.add(new Heard.Settled(alertIds));
            alertIds.forEach(open::remove);
        });
    }

    /** What is shown and was not told to be acknowledged, the oldest first. */
    List<String> open() {
        return List.copyOf(open);
    }

    int shown() {
        return known.size();
    }

    private void show(String id) {
        life.add(new Heard.Shown(id));
        open.add(id);
    }

    private void inTurn(Runnable step) {
        if (reading) {
            waiting.add(step);
        } else {
            step.run();
        }
    }
}
