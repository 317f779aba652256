package io.ringside.runtime.ordered;

import io.nats.client.api.StreamInfo;

/**
 * A stream as the server describes it.
 *
 * @param identity when it was created: a stream made anew under the same name is another one
 */
record StreamState(String name, String identity, long firstSequence, long lastSequence) {
    static StreamState of(StreamInfo info) {
        return new StreamState(
                info.getConfiguration().getName(),
                info.getCreateTime().toInstant().toString(),
                info.getStreamState().getFirstSequence(),
                info.getStreamState().getLastSequence());
    }

    /** Refuses a cursor that this stream cannot continue. */
    void mustContinue(String function, String madeIn, int partition, long cursor) {
        if (!identity.equals(madeIn)) {
            throw new CursorLostException("%s: stream %s was created %s, but the cursor was made in the one of %s; %s"
                    .formatted(function, name, identity, madeIn, REMEDY));
        }
        if (cursor + 1 < firstSequence) {
            throw new CursorLostException("%s: partition %d stands at %d in stream %s, whose first message is %d; %s"
                    .formatted(function, partition, cursor, name, firstSequence, REMEDY));
        }
        if (cursor > lastSequence) {
            throw new CursorLostException("%s: partition %d stands at %d in stream %s, whose last message is %d; %s"
                    .formatted(function, partition, cursor, name, lastSequence, REMEDY));
        }
    }

    private static final String REMEDY =
            "messages may be lost: rebuild the stream from the remembered events, then set the cursor";
}
