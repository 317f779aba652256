package io.ringside.runtime.ordered;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.failure.Backoff;
import io.ringside.runtime.failure.Failures;
import io.ringside.runtime.tenure.CursorLostException;
import io.ringside.runtime.tenure.Lease;
import io.ringside.runtime.tenure.OwnershipLostException;
import io.ringside.runtime.tenure.Tenure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one ordered function in one process: settle which partitions it holds, publish what an earlier life left,
 * read after the cursors, handle batch by batch, and begin again after anything that went wrong.
 */
public final class FunctionLoop implements AutoCloseable {
    /** Messages handled in one transaction. */
    static final int BATCH_MESSAGES_MAX = 256;
    /** How long a read waits before the loop looks around. */
    static final Duration READ_WAIT = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(FunctionLoop.class);

    private final OrderedFunction<?> function;
    private final Lease lease;
    private final Tenure tenure;
    private final BatchHandling handling;
    private final CursorUpkeep upkeep;
    private final Connection nats;
    private final Reading reading;
    private final Unrest unrest;
    private final Backoff backoff;
    private final Thread thread;

    private volatile boolean stopping;
    private volatile LoopState state = LoopState.STARTING;

    FunctionLoop(
            OrderedFunction<?> function,
            Lease lease,
            Tenure tenure,
            BatchHandling handling,
            CursorUpkeep upkeep,
            Servers servers,
            Backoff backoff) {
        this.function = function;
        this.lease = lease;
        this.tenure = tenure;
        this.handling = handling;
        this.upkeep = upkeep;
        this.nats = servers.nats();
        this.reading = new Reading(servers.nats(), function.sources(), tenure);
        this.unrest = new Unrest(lease, servers.disturbances());
        this.backoff = backoff;
        this.thread = Thread.ofPlatform().name(function.name()).unstarted(this::runUntilStopped);
    }

    /** Starts the lease and the loop. */
    public void start() {
        lease.start();
        thread.start();
    }

    /** Name of the function that it runs. */
    public String name() {
        return function.name();
    }

    /** How it stands. */
    public LoopState state() {
        return state.now(lag(), lease.held());
    }

    /** Messages of the log that wait for it. */
    long lag() {
        return reading.lag();
    }

    /** Finishes the batch at hand, gives the partitions back and ends. */
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilStopped() {
        while (!stopping) {
            try {
                runOnce();
                backoff.reset();
            } catch (CursorLostException e) {
                fail(String.valueOf(e.getMessage()));
                return;
            } catch (Error e) {
                // Whatever it was, the next message might meet it too: to be silent and alive would be the worst.
                LOG.error("{}: a defect", function.name(), e);
                fail(e.toString());
                return;
            } catch (InterruptedException e) {
                stopping = true;
            } catch (OwnershipLostException e) {
                LOG.info("{}: {}", function.name(), e.getMessage());
                begin();
            } catch (Exception e) {
                pause(e);
            }
        }
        leave();
    }

    private void runOnce() throws Exception {
        boolean stirred = unrest.stirred(reading.current());
        if (stirred || unrest.dueForShare(tenure.holdings().size())) {
            handling.finish();
            upkeep.noteWhatIsPublished();
            settle(stirred);
        }
        StreamReader open = reading.open();
        if (open == null) {
            enter(LoopState.Phase.RUNNING, "no partitions: other instances own them");
            LockSupport.parkNanos(READ_WAIT.toNanos());
            return;
        }
        enter(LoopState.Phase.RUNNING, "");
        List<Message> messages = open.take(BATCH_MESSAGES_MAX, READ_WAIT, function.gathers());
        if (messages.isEmpty()) {
            handling.finish();
            upkeep.idle(open, nats.jetStreamManagement());
        } else if (handling.handle(messages, () -> !stopping)) {
            upkeep.busy(open);
        }
    }

    /** Asks the database what is held and takes or gives back, then catches up with what earlier lives left. */
    private void settle(boolean stirred) throws Exception {
        unrest.looking();
        Set<Integer> before = Set.copyOf(tenure.holdings().keySet());
        tenure.settle(lease.share(), tenure.streams(nats.jetStreamManagement()));
        tenure.mustContinue(tenure.streams(nats.jetStreamManagement()));
        Set<Integer> now = tenure.holdings().keySet();
        if (stirred || !before.equals(now)) {
            reading.close();
            handling.catchUp();
            LOG.info("{}: holds partitions {}", function.name(), now);
        }
        unrest.settled();
    }

    private void begin() {
        reading.close();
        unrest.stir();
    }

    private void pause(Exception cause) {
        begin();
        String why = Failures.sentence(cause);
        if (state.phase() != LoopState.Phase.PAUSED) {
            LOG.warn("{}: paused, its messages are kept: {}", function.name(), why, cause);
        }
        enter(LoopState.Phase.PAUSED, why);
        LockSupport.parkNanos(backoff.next().toNanos());
    }

    private void fail(String why) {
        LOG.error("{} stops: {}", function.name(), why);
        enter(LoopState.Phase.FAILED, why);
        leave();
    }

    private void leave() {
        reading.close();
        handling.close();
        try {
            upkeep.noteWhatIsPublished();
            tenure.release();
        } catch (RuntimeException e) {
            LOG.warn("{}: partitions not given back, their lease ends by itself: {}", function.name(), e.toString());
        }
        lease.close();
        if (state.phase() != LoopState.Phase.FAILED) {
            enter(LoopState.Phase.STOPPED, "");
        }
    }

    private void enter(LoopState.Phase phase, String detail) {
        state = LoopState.of(phase, detail, tenure);
    }
}
