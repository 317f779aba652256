package io.ringside.testkit;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Collects what is published on a subject, stored by a stream or not. It hears what comes after it was made; a message
 * that a stream refused as a duplicate is heard too, so look at {@link StoredMessages} for what was kept.
 */
public final class SubjectRecorder implements AutoCloseable {
    private final Connection connection;
    private final Dispatcher dispatcher;
    private final List<Message> heard = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();

    private SubjectRecorder(Connection connection, String... subjects) {
        this.connection = connection;
        this.dispatcher = connection.createDispatcher(this::hear);
        for (String subject : subjects) {
            dispatcher.subscribe(subject);
        }
        flush();
    }

    /** Listens to these subjects (with wildcards) until closed. */
    public static SubjectRecorder on(Connection connection, String... subjects) {
        return new SubjectRecorder(connection, subjects);
    }

    /** All that was heard so far, in the order of arrival. */
    public List<Message> heard() {
        lock.lock();
        try {
            return List.copyOf(heard);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for that many messages and returns all heard; fails with what came when the deadline passes. */
    public List<Message> await(int count, Duration deadline) {
        return awaitUntil(messages -> messages.size() >= count, count + " messages", deadline);
    }

    /** Waits for the first message that fits and returns it. */
    public Message awaitMatching(Predicate<Message> fits, Duration deadline) {
        return awaitUntil(messages -> messages.stream().anyMatch(fits), "a fitting message", deadline).stream()
                .filter(fits)
                .findFirst()
                .orElseThrow();
    }

    /** Forgets what was heard. */
    public void clear() {
        lock.lock();
        try {
            heard.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        connection.closeDispatcher(dispatcher);
    }

    private List<Message> awaitUntil(Predicate<List<Message>> enough, String what, Duration deadline) {
        lock.lock();
        try {
            long left = deadline.toNanos();
            while (!enough.test(heard)) {
                if (left <= 0) {
                    throw new AssertionError("expected " + what + " within " + deadline + ", heard " + heard.size()
                            + ": " + heard.stream().map(Message::getSubject).toList());
                }
                left = more.awaitNanos(left);
            }
            return List.copyOf(heard);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }

    private void hear(Message message) {
        lock.lock();
        try {
            heard.add(message);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void flush() {
        try {
            connection.flush(Eventually.DEADLINE);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the server did not confirm the subscription", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while subscribing", e);
        }
    }
}
