package io.ringside.gateway.market;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.market.Quote;
import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.channel.Interest;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.Loops;
import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.frame.Slot;
import io.ringside.gateway.nats.NatsSigns;
import io.ringside.gateway.protocol.Pushes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quotes, from NATS to the sockets that want them. Each is decoded once, to know which of two is newer, and encoded
 * once for each of the two channels that may carry it; a node is subscribed to what its clients want and nothing
 * else.
 */
@Singleton
public final class QuoteFeed implements Interest.Change {
    private static final Logger LOG = LoggerFactory.getLogger(QuoteFeed.class);
    private static final String TYPE = "quote";
    private static final String ALL_CHANNEL = ChannelName.QUOTES + ChannelName.ALL;
    /** A quote with a lower sequence that is later by this much is from a source that started again. */
    private static final Duration RESTART = Duration.ofSeconds(2);
    /** Quotes that wait for this node's one quote thread; older ones are of no use. */
    private static final int PENDING_MAX = 64 * 1024;

    private static final long PENDING_BYTES_MAX = 32L * 1024 * 1024;

    private final Loops loops;
    private final LastQuotes lastQuotes;
    private final Dispatcher dispatcher;
    private final Interest interest = new Interest(this);
    private final Map<String, Known> last = new ConcurrentHashMap<>();

    QuoteFeed(Connection connection, NatsSigns signs, Loops loops, LastQuotes lastQuotes) {
        this.loops = loops;
        this.lastQuotes = lastQuotes;
        dispatcher = connection.createDispatcher(this::heard);
        dispatcher.setPendingLimits(PENDING_MAX, PENDING_BYTES_MAX);
        signs.whenThere(this::primeWanted);
    }

    private record Known(Quote quote, Frame exact, Frame all) {}

    /** The socket gets quotes of one instrument, the last known one first. */
    public void subscribe(ChannelName.Quotes channel, Outbound outbound) {
        String instrument = channel.instrument();
        outbound.loop().subscribe(channel.wire(), outbound);
        interest.add(Subjects.quote(instrument));
        Known known = last.get(instrument);
        if (known != null) {
            outbound.conflate(new Slot(channel.wire(), instrument), known.exact());
        }
    }

    /** The socket gets quotes of all instruments, the last known ones first. */
    public void subscribe(ChannelName.AllQuotes channel, Outbound outbound) {
        outbound.loop().subscribe(channel.wire(), outbound);
        interest.add(Subjects.ALL_QUOTES);
        last.forEach((instrument, known) -> outbound.conflate(new Slot(ALL_CHANNEL, instrument), known.all()));
    }

    /** No longer. */
    public void unsubscribe(ChannelName.Quotes channel, Outbound outbound) {
        outbound.loop().unsubscribe(channel.wire(), outbound);
        interest.remove(Subjects.quote(channel.instrument()));
    }

    /** No longer. */
    public void unsubscribe(ChannelName.AllQuotes channel, Outbound outbound) {
        outbound.loop().unsubscribe(channel.wire(), outbound);
        interest.remove(Subjects.ALL_QUOTES);
    }

    @Override
    public void wanted(String subject) {
        dispatcher.subscribe(subject);
        Thread.startVirtualThread(() -> prime(List.of(subject)));
    }

    @Override
    public void unwanted(String subject) {
        dispatcher.unsubscribe(subject);
        last.keySet().removeIf(instrument -> !isWanted(instrument));
    }

    /** What nobody wants is not kept either: nobody tells this node when it changes. */
    private boolean isWanted(String instrument) {
        return interest.has(Subjects.ALL_QUOTES) || interest.has(Subjects.quote(instrument));
    }

    /** While NATS was away quotes went by: the last ones are looked up. */
    private void primeWanted() {
        List<String> wanted = interest.all();
        if (!wanted.isEmpty()) {
            prime(wanted);
        }
    }

    private void prime(List<String> subjects) {
        try {
            lastQuotes.read(subjects).forEach(seen -> offer(seen, true));
        } catch (IOException e) {
            LOG.warn("last quotes cannot be read: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(Message message) {
        LastQuotes.seen(message).ifPresent(seen -> offer(seen, false));
    }

    /** Sends a quote on, unless this one or a newer one is known: then whoever wants it has been told. */
    private void offer(LastQuotes.Seen seen, boolean lookedUp) {
        Quote quote = seen.quote();
        String instrument = quote.instrument();
        Known next = new Known(
                quote,
                Pushes.conflated(
                        ChannelName.QUOTES + instrument, TYPE, seen.body(), lookedUp ? 0 : seen.publishedAtNanos()),
                Pushes.conflated(ALL_CHANNEL, TYPE, seen.body(), lookedUp ? 0 : seen.publishedAtNanos()));
        Known newest = last.merge(instrument, next, (old, fresh) -> isNewer(fresh.quote(), old.quote()) ? fresh : old);
        if (!isWanted(instrument)) {
            last.remove(instrument, newest);
        }
        if (newest != next) {
            return;
        }
        if (interest.has(Subjects.quote(instrument))) {
            loops.publish(new Slot(ChannelName.QUOTES + instrument, instrument), newest.exact());
        }
        if (interest.has(Subjects.ALL_QUOTES)) {
            loops.publish(new Slot(ALL_CHANNEL, instrument), newest.all());
        }
    }

    private static boolean isNewer(Quote fresh, Quote old) {
        return fresh.sequence() > old.sequence()
                || (fresh.sequence() == old.sequence() && fresh.at().isAfter(old.at()))
                || fresh.at().isAfter(old.at().plus(RESTART));
    }
}
