package io.ringside.gateway.transport;

/** The transports that carry the protocol. */
public enum TransportKind {
    SOCKET("socket") {
        @Override
        public ClientTransport open(int port, Opening opening) {
            return WebSocketTransport.open(port, opening);
        }
    },
    SSE("sse") {
        @Override
        public ClientTransport open(int port, Opening opening) {
            return EventStreamTransport.open(port, opening);
        }
    },
    POLL("poll") {
        @Override
        public ClientTransport open(int port, Opening opening) {
            return PollingTransport.open(port, opening);
        }
    };

    private final String word;

    TransportKind(String word) {
        this.word = word;
    }

    /** As it is told to clients and operators. */
    public String word() {
        return word;
    }

    /** Begins with a gateway on this port of this machine. */
    public abstract ClientTransport open(int port, Opening opening);
}
