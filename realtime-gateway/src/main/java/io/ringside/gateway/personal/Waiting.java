package io.ringside.gateway.personal;

import java.util.ArrayList;
import java.util.List;

/** Live notices of one channel that wait while its stream is read. Not thread-safe. */
final class Waiting {
    /** Past them the stream is read once more. */
    static final int NOTICES_MAX = 1_000;

    private final List<Live> all = new ArrayList<>();
    private int early;

    /**
     * One of them.
     *
     * @param previous the message before it in the stream
     * @param early whether it was heard before the read began
     */
    record Live(Notice notice, long previous, boolean early) {}

    /** Takes it in; not if there are too many. */
    boolean add(Notice notice, long previous) {
        return all.size() < NOTICES_MAX && all.add(new Live(notice, previous, false));
    }

    /** A read begins: what is here was stored before it. */
    void readBegins() {
        early = all.size();
    }

    /** All of them, in the order in which they came. */
    List<Live> takeAll() {
        List<Live> taken = new ArrayList<>(all.size());
        for (Live each : all) {
            taken.add(new Live(each.notice(), each.previous(), taken.size() < early));
        }
        clear();
        return taken;
    }

    void clear() {
        all.clear();
        early = 0;
    }
}
