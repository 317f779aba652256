package io.ringside.faults.alert;

import io.netty.channel.EventLoop;
import io.ringside.benchmarks.trader.Inbound;
import io.ringside.benchmarks.trader.SignedIn;
import java.net.SocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One person's client: follows alerts by number, shows them, says what was read. All of it on one event loop. */
final class AlertClient implements AlertLine.Ends {
    /** Without its outcome for so long an acknowledgement is sent again. */
    private static final long AGAIN_MS = 5_000;

    private static final long TICK_MS = 250;

    private final SignedIn user;
    private final EventLoop loop;
    private final AlertLine line;
    private final boolean reads;
    private final AlertText text = new AlertText();
    private final List<Heard> life = new ArrayList<>();
    private final Screen screen = new Screen(life);
    private final Reading reading;
    private final AlertFeed feed;

    private long askedAtNanos;
    private Reading.@Nullable Command asked;
    private boolean losesNext;
    private volatile boolean stopped;
    private volatile Standing standing = new Standing(0, false, false);

    /**
     * What others may know of it at any time.
     *
     * @param shown alerts
     * @param caughtUp whether it is connected and has what there was then
     * @param settled whether all that was read is told to be acknowledged
     */
    record Standing(int shown, boolean caughtUp, boolean settled) {}

    /** @param reads whether the person says what was read */
    AlertClient(
            SignedIn user,
            Entrances entrances,
            EventLoop loop,
            SocketAddress source,
            InstantSource clock,
            RandomGenerator random,
            boolean reads) {
        this.user = user;
        this.loop = loop;
        this.reads = reads;
        this.reading = new Reading(user.user(), random.nextBoolean(), random);
        this.line = new AlertLine(user, entrances, loop, source, clock, random, this);
        this.feed = new AlertFeed(user, loop, life, screen, position -> line.send(text.resync(position)));
    }

    void start() {
        loop.execute(() -> {
            line.connect();
            tick();
        });
    }

    void stop() {
        stopped = true;
        loop.execute(line::stop);
    }

    void cut() {
        loop.execute(line::cut);
    }

    void moveAfter(long ms) {
        loop.execute(() -> line.moveAfter(ms));
    }

    /** The next acknowledgement does not get out: the connection is gone before, and the client has forgotten it. */
    void loseNextAcknowledgement() {
        loop.execute(() -> losesNext = true);
    }

    Standing standing() {
        return standing;
    }

    String user() {
        return user.user();
    }

    /** Its life so far. On the event loop only. */
    List<Heard> life() {
        return List.copyOf(life);
    }

    /** What it takes for not acknowledged. On the event loop only. */
    List<String> open() {
        return screen.open();
    }

    @Override
    public String greeting(String ticket) {
        return text.connect(ticket, feed.position());
    }

    @Override
    public String refreshing(String ticket) {
        return text.refresh(ticket);
    }

    @Override
    public void message(Inbound message) {
        Inbound.Result result = message.result();
        Inbound.Fault fault = message.error();
        if (message.push() != null) {
            if (feed.takes(message.push())) {
                show(message.push());
            }
        } else if (result != null && result.connected() != null) {
            feed.restored(result.connected().channels().get(AlertText.CHANNEL));
        } else if (result != null && result.subscribed() != null) {
            feed.restored(result.subscribed().get(AlertText.CHANNEL));
        } else if (fault != null && !fault.temporary()) {
            life.add(new Heard.Refused(fault.code() + ": " + fault.message()));
        }
        act();
    }

    @Override
    public void lost() {
        asked = null;
        feed.lost();
        stand();
    }

    @Override
    public void forGood(int code, String reason) {
        life.add(new Heard.Refused("closed for good with " + code + ' ' + reason));
    }

    private void show(Inbound.Push push) {
        if (push.type().equals("alert.raised")) {
            screen.raised(AlertText.alertId(push.data()));
        } else if (push.type().equals("alert.acknowledged")) {
            screen.settled(AlertText.settled(push.data()));
            reading.outcome(AlertText.commandId(push.data()));
        }
    }

    private void tick() {
        feed.tick();
        act();
        if (!stopped) {
            loop.schedule(this::tick, TICK_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void act() {
        if (reads && line.isOnline() && !screen.isReading()) {
            Reading.Command command = reading.next(screen.open());
            if (command != null && (!command.equals(asked) || since(askedAtNanos) > AGAIN_MS)) {
                acknowledge(command);
            }
        }
        stand();
    }

    private void acknowledge(Reading.Command command) {
        life.add(new Heard.Asked(command.alertIds()));
        if (losesNext) {
            losesNext = false;
            reading.forget();
            line.cut();
            return;
        }
        asked = command;
        askedAtNanos = System.nanoTime();
        line.send(text.acknowledge(command));
    }

    private void stand() {
        standing = new Standing(
                screen.shown(), line.isOnline() && feed.isThere(), !reads || reading.isDone(screen.open()));
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
