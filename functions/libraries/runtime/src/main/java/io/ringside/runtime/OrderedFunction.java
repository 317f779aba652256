package io.ringside.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function that keeps state and handles the messages of each partition in the order of the log. It is called by one
 * thread. The runtime reads, remembers, commits, publishes and dead-letters; the function loads, decides and saves.
 *
 * @param <A> answers of other functions that a batch needs
 */
public interface OrderedFunction<A> {
    /** Name of the function: lower case, hyphens; the key of its cursors, leases and remembered ids. */
    String name();

    /** What it follows. */
    List<Source> sources();

    /**
     * Asks whatever must be asked of other functions or looked up outside the database, once for the whole batch,
     * before the transaction begins. It may be called again for the same messages. No answer in time is an answer too.
     */
    A ask(List<Delivery> batch);

    /**
     * Reads the state that these messages need, inside the transaction, on the thread's connection.
     *
     * @param batch messages in the order of the log that are taken to be new; when one of them was handled before,
     *     what this work decides and saves is rolled back, and another is begun without it
     */
    Work begin(List<Delivery> batch, A answers);

    /**
     * What identifies the message's effect for ever. Two messages with the same identity and the same body have one
     * effect; with another body the second is a conflict.
     */
    default String identityOf(Delivery delivery) {
        return delivery.messageId();
    }

    /** What its sender is told when a message is given up and dead-lettered; the body may be undecodable. */
    default List<Emission> whenAbandoned(String subject, @Nullable String user, byte[] raw, Instant at) {
        return List.of();
    }

    /**
     * How long a message may wait for others to be handled with it, in one transaction. For a function whose effects
     * nobody waits for: it leaves the machine to those that somebody waits for.
     */
    default Duration gathers() {
        return Duration.ZERO;
    }

    /** Told whenever the set of partitions that this instance owns has changed, before anything of them is handled. */
    default void owns(Set<Integer> partitions) {}

    /** One batch at work inside its transaction. */
    interface Work {
        /** Decides one message on the state as the messages before it left it. */
        Decision decide(Delivery delivery);

        /** Refuses a message whose identity was used before with another body. */
        default Decision conflict(Delivery delivery) {
            return Decision.nothing("conflict");
        }

        /** Writes what the decisions changed, in as few statements as possible. */
        void save();

        /** The transaction is committed; its emissions are not yet published. */
        default void committed() {}
    }
}
