package io.ringside.activity;

import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;

/** Enters the lines of one batch. */
final class ActivityWork implements OrderedFunction.Work {
    private final EntryTable table;
    private final NewestLines lines = new NewestLines();

    ActivityWork(EntryTable table) {
        this.table = table;
    }

    @Override
    public Decision decide(Delivery delivery) {
        return Decision.nothing(lines.take(delivery) > 0 ? "entered" : "no-line");
    }

    @Override
    public void save() {
        table.save(lines.all());
    }
}
