package io.ringside.faults.alert;

import java.util.List;

/** One step of a client's life, in the order in which it came about. */
public sealed interface Heard {
    /** The channel goes on behind this number; after a gap whatever its first push names as the one before it. */
    record Restored(boolean gap, long sequence) implements Heard {}

    /** A push that the client took. */
    record Taken(long sequence, long previous) implements Heard {}

    /** A push that did not follow on the last one: the client asks for what is missing. */
    record Missed(long sequence, long previous) implements Heard {}

    /** The person sees this alert. */
    record Shown(String alertId) implements Heard {}

    /** The person has read these, and the client says so. */
    record Asked(List<String> alertIds) implements Heard {}

    /** It was told that these are acknowledged. */
    record Settled(List<String> alertIds) implements Heard {}

    /** What should never happen: the gateway refused for good. */
    record Refused(String why) implements Heard {}
}
