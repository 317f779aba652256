package io.ringside.faults.trade;

import java.util.List;

/** People at work on the floor, who can be brought to rest. */
public interface Desk {
    /** They begin nothing new. */
    void stop();

    /** Their commands without an answer. */
    int unanswered();

    /** Takes back what would go on by itself; tells how much that was. */
    int takeBack();

    /** Where each of their clients stands. */
    List<Standing> standing();

    /** @param sequence of the last notice that the client had; -1 while it is away */
    record Standing(String user, long sequence) {}
}
