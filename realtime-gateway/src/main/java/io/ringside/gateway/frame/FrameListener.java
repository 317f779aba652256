package io.ringside.gateway.frame;

/** Whoever speaks on a socket; called on the event loop, in the order of the wire. */
public interface FrameListener {
    /** Anything arrived: the peer is alive. */
    void alive();

    /** A whole text message, valid UTF-8 within the limits. */
    void message(byte[] text);

    /** A whole binary message within the limits, where there may be any. */
    void binary(byte[] bytes);

    /** The peer broke a rule of RFC 6455 or a limit; nothing more is read from it. */
    void violated(int closeCode);

    /**
     * The peer sends more than it may; nothing is read from it for a while.
     *
     * @param owedMs milliseconds until what it sent is paid for
     */
    void flooded(long owedMs);

    /** The peer closes, or answers our close. */
    void closing(int closeCode);

    /** The transport takes more. */
    void writable();

    /** The connection is gone. */
    void gone();
}
