package io.ringside.runtime.tenure;

import io.nats.client.api.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * A stream as the server describes it.
 *
 * @param identity when it was created: a stream made anew under the same name is another one
 */
public record StreamState(String name, String identity, long firstSequence, long lastSequence) {
    private static final String REMEDY =
            "messages may be lost: rebuild the stream from the remembered events, then set the cursor";

    /** From the server's description. */
    public static StreamState of(StreamInfo info) {
        return new StreamState(
                info.getConfiguration().getName(),
                info.getCreateTime().toInstant().toString(),
                info.getStreamState().getFirstSequence(),
                info.getStreamState().getLastSequence());
    }

    /** The cursor of whoever has read nothing of it yet. */
    public long start() {
        return Math.max(0, firstSequence - 1);
    }

    /** Refuses a cursor that this stream cannot continue. */
    public void mustContinue(String function, String madeIn, int partition, long cursor) {
        String why = whyLost(madeIn, partition, cursor);
        if (why != null) {
            throw new CursorLostException(function + ": " + why + "; " + REMEDY);
        }
    }

    /** Why this stream cannot continue a cursor; absent when it can. */
    public @Nullable String whyLost(String madeIn, int partition, long cursor) {
        if (!identity.equals(madeIn)) {
            return "stream %s was created %s, but the cursor was made in the one of %s"
                    .formatted(name, identity, madeIn);
        }
        if (cursor + 1 < firstSequence) {
            return "partition %d stands at %d in stream %s, whose first message is %d"
                    .formatted(partition, cursor, name, firstSequence);
        }
        if (cursor > lastSequence) {
            return "partition %d stands at %d in stream %s, whose last message is %d"
                    .formatted(partition, cursor, name, lastSequence);
        }
        return null;
    }
}
