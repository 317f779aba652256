package io.ringside.gateway.fleet;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Subscription;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Wire;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every gateway the same, and says which of them did not answer. */
@Singleton
final class NodeCalls {
    private static final Logger LOG = LoggerFactory.getLogger(NodeCalls.class);
    /** How long an answer is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String SUBJECT = "rpc.gateway.";
    private static final long RETRY_AFTER_MS = 1_000;

    private final Connection connection;
    private final NodeRoster roster;

    NodeCalls(Connection connection, NodeRoster roster) {
        this.connection = connection;
        this.roster = roster;
    }

    /** What one gateway answered. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Answer(String node, byte[] body) {}

    /**
     * What they answered.
     *
     * @param silent the names of those that did not, by name
     */
    record Answers(List<Answer> given, List<String> silent) {}

    /** Answers a question. */
    @FunctionalInterface
    interface Answerer {
        CompletableFuture<byte[]> answer(byte[] question) throws Wire.UndecodableException;
    }

    /** Asks all. Blocks, a second at most. */
    Answers ask(String verb, byte[] question) {
        Set<Node> awaited = new HashSet<>(roster.present());
        List<Answer> given = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String inbox = connection.createInbox();
        try {
            Subscription answers = connection.subscribe(inbox);
            connection.publish(NatsMessage.builder()
                    .subject(SUBJECT + verb)
                    .replyTo(inbox)
                    .headers(roster.signature())
                    .data(question)
                    .build());
            while (!awaited.isEmpty()) {
                Message answer = answers.nextMessage(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
                if (answer == null) {
                    break;
                }
                NodeRoster.sender(answer)
                        .filter(awaited::remove)
                        .ifPresent(node -> given.add(new Answer(node.name(), answer.getData())));
            }
            answers.unsubscribe();
        } catch (IllegalStateException e) {
            throw new Refusal(Fault.later(ErrorCode.UNAVAILABLE, "The gateways cannot be asked now.", RETRY_AFTER_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Answers(given, awaited.stream().map(Node::name).sorted().toList());
    }

    /** Answers what others ask, this gateway too. */
    void answer(String verb, Answerer answerer) {
        connection.createDispatcher().subscribe(SUBJECT + verb, question -> {
            if (question.getReplyTo() == null || NodeRoster.sender(question).isEmpty()) {
                return;
            }
            try {
                var unused = answerer.answer(question.getData())
                        .thenAccept(body -> reply(question.getReplyTo(), body))
                        .exceptionally(e -> {
                            LOG.warn("no answer to {}: {}", verb, e.toString());
                            return null;
                        });
            } catch (Wire.UndecodableException e) {
                LOG.warn("no answer to {}: {}", verb, e.getMessage());
            }
        });
    }

    private void reply(String inbox, byte[] body) {
        try {
            connection.publish(NatsMessage.builder()
                    .subject(inbox)
                    .headers(roster.signature())
                    .data(body)
                    .build());
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.warn("an answer to another gateway is not sent: {}", e.getMessage());
        }
    }
}
