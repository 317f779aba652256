package io.ringside.faults.kill;

/** What a killer needs to know of those who trade. */
public interface Load {
    /** Makes some of them act right now. */
    void burst();

    /** Commands on their way to {@code received}. */
    int unanswered();

    /** Orders without an outcome. */
    int undecided();

    /** Orders that ever got an outcome. */
    long decided();
}
