package io.ringside.presencetick.board;

import io.ringside.presencetick.choice.ChoiceStore;
import jakarta.inject.Singleton;

/** Reads the store onto the board when ownership changed. */
@Singleton
final class BoardReading {
    private static final long NEVER = -1;

    private final Board board;
    private final PresenceStore people;
    private final ChoiceStore choices;
    private long readFor = NEVER;

    BoardReading(Board board, PresenceStore people, ChoiceStore choices) {
        this.board = board;
        this.people = people;
        this.choices = choices;
    }

    /**
     * Until this has gone well nothing can be told of who is new here.
     *
     * @return whether it was read: somebody may have kept something and died before telling it
     */
    boolean readIfDue() {
        long ownerships = board.ownerships();
        if (ownerships == readFor) {
            return false;
        }
        board.restore(people.all(), choices.all());
        readFor = ownerships;
        return true;
    }
}
