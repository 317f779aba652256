package io.ringside.benchmarks.peers;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.wire.Dialect;
import io.ringside.contracts.Subjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A gateway that runs: the market is {@code quotes.*}, what one user is told goes through his inbox in JetStream. */
final class RunningGateway implements Serving, Inboxes {
    private static final String NOTICE = "bench.note";
    /** Notices that wait for their acknowledgement. */
    private static final int UNDER_WAY_MAX = 500;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Nodes nodes;
    private final Runnable whenClosed;
    private final String flags;
    private final Tickets tickets;
    private final long natsPid;
    private final Connection nats;
    private final JetStream stream;
    private final InstantSource clock;
    private final List<CompletableFuture<PublishAck>> underWay = new ArrayList<>();

    /** @param whenClosed ends what was begun for it */
    RunningGateway(
            Nodes nodes,
            String flags,
            Tickets tickets,
            ReadyFloor floor,
            Connection nats,
            InstantSource clock,
            Runnable whenClosed) {
        this.nodes = nodes;
        this.whenClosed = whenClosed;
        this.flags = flags;
        this.tickets = tickets;
        this.natsPid = Objects.requireNonNull(floor.processes().get("nats-server"), "a floor with a nats-server");
        this.nats = nats;
        this.clock = clock;
        try {
            stream = nats.jetStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Nodes nodes() {
        return nodes;
    }

    @Override
    public long behindCpuMillis() {
        return ServerProcess.cpuMillis(natsPid);
    }

    @Override
    public String flags() {
        return flags;
    }

    @Override
    public Dialect client(int at, boolean market) {
        return tickets.client(Users.of(at), market ? List.of("inbox", "quotes.*") : List.of("inbox"));
    }

    @Override
    public void admit(List<Dialect> clients) {
        tickets.admit(clients);
    }

    @Override
    public void publish(String instrument, String json) {
        Instant now = clock.instant();
        Headers headers = new Headers();
        headers.put(
                io.ringside.contracts.Headers.PUBLISHED_AT,
                Long.toString(now.getEpochSecond() * NANOS_PER_SECOND + now.getNano()));
        nats.publish(message(Subjects.quote(instrument), headers, json));
    }

    @Override
    public Optional<Inboxes> inboxes() {
        return Optional.of(this);
    }

    @Override
    public void tell(int user, String json) {
        if (underWay.size() == UNDER_WAY_MAX) {
            settle();
        }
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.TYPE, NOTICE);
        underWay.add(stream.publishAsync(message(Subjects.inbox(tickets.user(user)), headers, json)));
    }

    @Override
    public void settle() {
        underWay.forEach(CompletableFuture::join);
        underWay.clear();
    }

    @Override
    public void collect() {
        nodes.processes().getFirst().collectJava();
    }

    @Override
    public void close() {
        whenClosed.run();
    }

    private static NatsMessage message(String subject, Headers headers, String json) {
        return NatsMessage.builder()
                .subject(subject)
                .headers(headers)
                .data(json.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
