package io.ringside.gateway.transport;

import io.ringside.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a client has heard and nobody has asked for yet, and whether it hears at all. */
public final class Hearing {
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private boolean reading = true;

    Hearing() {}

    void add(Heard each) {
        heard.add(each);
    }

    Heard next() {
        try {
            Heard next = heard.poll(Eventually.DEADLINE.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was heard within " + Eventually.DEADLINE);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    List<Heard> rest() {
        List<Heard> rest = new ArrayList<>();
        heard.drainTo(rest);
        return rest;
    }

    /** Whoever reads waits here while nothing is to be read. */
    synchronized void awaitReading() throws InterruptedException {
        while (!reading) {
            wait();
        }
    }

    synchronized void reads(boolean now) {
        reading = now;
        notifyAll();
    }
}
