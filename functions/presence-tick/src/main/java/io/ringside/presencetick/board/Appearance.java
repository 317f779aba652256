package io.ringside.presencetick.board;

import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import io.ringside.presencetick.choice.Choice;
import io.ringside.presencetick.life.Life;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a user appears at a moment, from what the user chose and what is known of the connections. Whoever appears
 * offline by choice cannot be told from somebody who is gone: what is told of them comes from the choice alone.
 */
record Appearance(Choice choice, Life life, Instant now, PresenceSettings settings) {
    /** What to tell, after this was told last; the same if nothing is to be told. */
    @Nullable
    PresenceState after(@Nullable PresenceState told) {
        PresenceStatus status = status();
        String message = choice.message();
        if (told == null) {
            return status == PresenceStatus.OFFLINE && message == null ? null : begun(status, 1);
        }
        if (told.status() != status) {
            return begun(status, told.version() + 1);
        }
        return Objects.equals(told.message(), message)
                ? told
                : new PresenceState(told.user(), status, message, told.since(), told.lastSeenAt(), told.version() + 1);
    }

    /** When it may be another although nobody says or does anything. */
    Optional<Instant> changesAt() {
        if (!isHere()) {
            return Optional.empty();
        }
        Instant leftAt = life.leftAt();
        if (leftAt != null) {
            return Optional.of(leftAt.plus(settings.linger()));
        }
        return status() == PresenceStatus.ACTIVE && choice.status() == PresenceChoice.AUTO
                ? Optional.of(quietAt())
                : Optional.empty();
    }

    private PresenceStatus status() {
        if (!isHere()) {
            return PresenceStatus.OFFLINE;
        }
        return switch (choice.status()) {
            case ACTIVE -> PresenceStatus.ACTIVE;
            case AWAY -> PresenceStatus.AWAY;
            case BUSY -> PresenceStatus.BUSY;
            case OFFLINE -> PresenceStatus.OFFLINE;
            case AUTO -> quietAt().isAfter(now) ? PresenceStatus.ACTIVE : PresenceStatus.AWAY;
        };
    }

    private PresenceState begun(PresenceStatus status, long version) {
        Instant lastSeenAt = status == PresenceStatus.OFFLINE ? lastThere() : null;
        return new PresenceState(choice.user(), status, choice.message(), since(status), lastSeenAt, version);
    }

    /** A status that comes by itself began when its time had come, however late that was noticed. */
    private Instant since(PresenceStatus status) {
        if (status == PresenceStatus.AWAY && choice.status() == PresenceChoice.AUTO) {
            return later(quietAt(), choice.changedAt());
        }
        return status == PresenceStatus.OFFLINE ? lastThere() : now;
    }

    private Instant lastThere() {
        Instant leftAt = life.leftAt();
        return isHere() || leftAt == null ? now : leftAt;
    }

    private boolean isHere() {
        return life.isHere(now, settings.linger());
    }

    private Instant quietAt() {
        return Objects.requireNonNull(life.inputAt(), "nobody is here").plus(settings.awayAfter());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
