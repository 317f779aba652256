package io.ringside.gateway.http;

import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;

/** A call ends with this error; no stack trace, because it is an answer and not a defect. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /** Ends the call with this error. */
    public Refusal(Fault fault) {
        super(fault.message(), null, false, false);
        this.fault = fault;
    }

    /** Ends the call with this error. */
    public Refusal(ErrorCode code, String message) {
        this(Fault.of(code, message));
    }

    /** Ends the call because of a field. */
    public Refusal(Malformed malformed) {
        this(Fault.of(malformed));
    }

    /** The error. */
    public Fault fault() {
        return fault;
    }
}
