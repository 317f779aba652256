package io.ringside.gateway.limit;

/** Kinds of request; each has buckets of its own, so that one kind never starves another. */
public enum Kind {
    /** New orders, and new terms for orders. */
    ORDER("order"),
    /** Cancels and what else deals or ends: whoever wants out must not be kept in by what he sent himself. */
    CANCEL("cancel"),
    /** Requests for quotes, and prices for them. */
    RFQ("rfq"),
    /** Subscriptions and resyncs. */
    SUBSCRIBE("subscribe"),
    /** Fresh tickets in band. */
    REFRESH("refresh"),
    /** Signs of input, and how one wants to be seen. */
    PRESENCE("presence"),
    /** Everything else on a socket. */
    OTHER("other");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As it is written in settings and metrics. */
    public String word() {
        return word;
    }
}
