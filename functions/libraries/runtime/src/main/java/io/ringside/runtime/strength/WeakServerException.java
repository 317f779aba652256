package io.ringside.runtime.strength;

import java.util.List;

/** A server would lose what we promise to keep. */
public final class WeakServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WeakServerException(String server, List<String> weaknesses) {
        super(server + " is too weak for the promise: " + String.join("; ", weaknesses));
    }
}
