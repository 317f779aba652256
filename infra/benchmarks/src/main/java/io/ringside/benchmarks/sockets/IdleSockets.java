package io.ringside.benchmarks.sockets;

import io.ringside.benchmarks.report.Micros;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sockets that only are there: how soon they are, and what the gateway holds for each. */
final class IdleSockets {
    private static final long MIB = 1024 * 1024;

    private IdleSockets() {}

    /** Opens the few, then the many, at this rate, and compares what the gateway holds. */
    static SocketFigures.Idle measure(Crowd crowd, GatewayMemory memory, SocketsOptions options, double perSecond)
            throws IOException {
        List<Ear> ears = crowd.ears(options.many(), List.of(), (ear, push, nanos) -> {});
        List<Ear.Times> times = new ArrayList<>(crowd.open(ears.subList(0, options.few()), perSecond));
        GatewayMemory.Held few = memory.held();
        times.addAll(crowd.open(ears.subList(options.few(), options.many()), perSecond));
        GatewayMemory.Held many = memory.held();
        crowd.leave(ears);
        Micros established = new Micros();
        times.forEach(time -> established.add(time.established()));
        return new SocketFigures.Idle(
                options.few(),
                options.many(),
                (many.heap() - few.heap()) / (options.many() - options.few()),
                (many.resident() - few.resident()) / (options.many() - options.few()),
                many.resident() / MIB,
                established.percentiles());
    }
}
