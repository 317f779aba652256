package io.ringside.marketdata.replay;

import io.ringside.marketdata.feed.Feed;
import io.ringside.marketdata.feed.FeedStatus;
import io.ringside.marketdata.instrument.TradedInstrument;
import java.util.Collection;

/** A recording as a feed: a replay server, and the client that connects to it as to any exchange. */
public final class ReplayFeed implements Feed {
    private final ReplayServer server;
    private final Feed client;

    /**
     * @param client of the server's address
     */
    public ReplayFeed(ReplayServer server, Feed client) {
        this.server = server;
        this.client = client;
    }

    @Override
    public void start() {
        client.start();
    }

    @Override
    public void follow(Collection<TradedInstrument> instruments) {
        client.follow(instruments);
    }

    @Override
    public FeedStatus status() {
        return client.status();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
