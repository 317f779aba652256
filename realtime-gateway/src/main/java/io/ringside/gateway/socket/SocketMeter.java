package io.ringside.gateway.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.ringside.gateway.frame.TransportName;
import io.ringside.gateway.protocol.CloseCode;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of sockets. Each series is there from the start, so that its first event is seen as one. */
@Singleton
final class SocketMeter {
    /** Names of clients that are told apart: anybody may call himself anything. */
    static final int CLIENTS_MAX = 50;

    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,32}/[A-Za-z0-9.+-]{1,31}");
    private static final String OTHERS = "other";

    private final MeterRegistry meters;
    private final Map<CloseCode, Counter> closed = new EnumMap<>(CloseCode.class);
    private final Map<HandshakeRefusal, Counter> refused = new EnumMap<>(HandshakeRefusal.class);
    private final Map<Arrival, Counter> first = new EnumMap<>(Arrival.class);
    private final Map<Arrival, Counter> again = new EnumMap<>(Arrival.class);
    private final Map<String, AtomicInteger> clients = new ConcurrentHashMap<>();
    private final Counter flooded;
    private final Counter drained;

    SocketMeter(MeterRegistry meters) {
        this.meters = meters;
        for (CloseCode code : CloseCode.values()) {
            Tags tags = Tags.of("code", Integer.toString(code.code()), "reason", code.reason());
            closed.put(code, meters.counter("ringside.gateway.closed", tags));
        }
        for (HandshakeRefusal reason : HandshakeRefusal.values()) {
            refused.put(reason, meters.counter("ringside.gateway.handshakes.refused", "reason", reason.word()));
        }
        for (Arrival arrival : Arrival.values()) {
            first.put(arrival, connects("first", arrival));
            again.put(arrival, connects("again", arrival));
        }
        flooded = meters.counter("ringside.gateway.rate.limited", "kind", "bytes");
        drained = meters.counter("ringside.gateway.drain.told");
        clients.put(OTHERS, gauge(OTHERS));
    }

    private Counter connects(String kind, Arrival arrival) {
        return meters.counter("ringside.gateway.connects", "kind", kind, "outcome", arrival.word());
    }

    /** Watches what is there now. */
    void watch(Supplier<Number> sockets, Supplier<Number> queuedBytes, Supplier<Number> toDrain) {
        Gauge.builder("ringside.gateway.sockets", sockets).register(meters);
        Gauge.builder("ringside.gateway.queue.bytes", queuedBytes)
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("ringside.gateway.drain.remaining", toDrain).register(meters);
    }

    /** Watches how many each transport carries. */
    void watch(ToLongFunction<TransportName> carried) {
        for (TransportName transport : TransportName.values()) {
            Gauge.builder("ringside.gateway.sessions", () -> carried.applyAsLong(transport))
                    .tag("transport", transport.word())
                    .register(meters);
        }
    }

    void refused(HandshakeRefusal reason) {
        increment(refused.get(reason));
    }

    /**
     * A client said who it is.
     *
     * @param returns whether it was here before: it has positions
     */
    void arrived(boolean returns, Arrival how) {
        increment((returns ? again : first).get(how));
    }

    void closing(CloseCode code) {
        increment(closed.get(code));
    }

    void flooded() {
        flooded.increment();
    }

    void drained() {
        drained.increment();
    }

    /** One more of this client. */
    void came(@Nullable String client) {
        series(client).incrementAndGet();
    }

    /** One less. */
    void left(@Nullable String client) {
        series(client).decrementAndGet();
    }

    /** A name keeps its series for ever, so that who leaves is taken from where he was counted. */
    private synchronized AtomicInteger series(@Nullable String client) {
        String name = client != null && CLIENT.matcher(client).matches() ? client : OTHERS;
        boolean known = clients.containsKey(name) || clients.size() <= CLIENTS_MAX;
        return clients.computeIfAbsent(known ? name : OTHERS, this::gauge);
    }

    private AtomicInteger gauge(String client) {
        return meters.gauge("ringside.gateway.connections", Tags.of("client", client), new AtomicInteger());
    }

    private static void increment(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
