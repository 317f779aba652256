package io.ringside.gateway.personal;

import io.ringside.contracts.Subjects;
import io.ringside.gateway.channel.ChannelName;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The channels that each user has one of, each with a stream that keeps what was missed. */
public enum Personal {
    /** The newest notices: the offline queue. */
    INBOX(new ChannelName.Inbox(), Subjects::inbox),
    /** What is to be acknowledged, until it is. */
    ALERTS(new ChannelName.Alerts(), Subjects::alerts);

    private final ChannelName channel;
    private final UnaryOperator<String> subject;

    Personal(ChannelName channel, UnaryOperator<String> subject) {
        this.channel = channel;
        this.subject = subject;
    }

    /** The personal channel of this name, if it is one. */
    public static Optional<Personal> of(ChannelName name) {
        return Arrays.stream(values())
                .filter(personal -> personal.channel.equals(name))
                .findFirst();
    }

    /** What a client subscribes to. */
    public ChannelName channel() {
        return channel;
    }

    /** Its name on the socket. */
    public String wire() {
        return channel.wire();
    }

    /** The stream that keeps it. */
    String stream() {
        return name();
    }

    /** Where a user's messages are stored. */
    String subject(String user) {
        return subject.apply(user);
    }

    /** Where the server republishes what it stored there. */
    String live(String user) {
        return Subjects.LIVE + subject(user);
    }
}
