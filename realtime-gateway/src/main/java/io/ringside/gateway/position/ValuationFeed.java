package io.ringside.gateway.position;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.position.PositionValuation;
import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.channel.Interest;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.Loops;
import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.frame.Slot;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.Pushes;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Valuations, from NATS to the sockets of their owners. The first ones are asked for, the later ones come live. */
@Singleton
public final class ValuationFeed implements Interest.Change {
    private static final Logger LOG = LoggerFactory.getLogger(ValuationFeed.class);
    private static final String TYPE = "valuation";

    private final Positions positions;
    private final Loops loops;
    private final Dispatcher dispatcher;
    private final Interest interest = new Interest(this);

    ValuationFeed(Positions positions, Loops loops, Connection connection) {
        this.positions = positions;
        this.loops = loops;
        dispatcher = connection.createDispatcher(this::heard);
    }

    /** The socket gets the account's valuations, from now on and what they are now. */
    public void subscribe(ChannelName.Valuations channel, Outbound outbound) {
        outbound.loop().subscribe(channel.wire(), outbound);
        interest.add(Subjects.valuation(channel.account()));
        Thread.startVirtualThread(() -> sendPresent(channel, outbound));
    }

    /** No longer. */
    public void unsubscribe(ChannelName.Valuations channel, Outbound outbound) {
        outbound.loop().unsubscribe(channel.wire(), outbound);
        interest.remove(Subjects.valuation(channel.account()));
    }

    @Override
    public void wanted(String subject) {
        dispatcher.subscribe(subject);
    }

    @Override
    public void unwanted(String subject) {
        dispatcher.unsubscribe(subject);
    }

    /** Without an answer the live ones have to do: each open position is told every second. */
    private void sendPresent(ChannelName.Valuations channel, Outbound outbound) {
        try {
            for (PositionValuation each : positions.of(List.of(channel.account()))) {
                outbound.conflateUnlessThere(
                        new Slot(channel.wire(), each.instrument()),
                        Pushes.conflated(channel.wire(), TYPE, Wire.encode(each), 0));
            }
        } catch (Refusal e) {
            LOG.warn("a feed of {} begins without its positions", channel.account());
        }
    }

    private void heard(Message message) {
        try {
            PositionValuation valuation = Wire.decode(message.getData(), PositionValuation.class);
            String channel = new ChannelName.Valuations(valuation.account()).wire();
            Frame frame = Pushes.conflated(channel, TYPE, message.getData(), 0);
            loops.publish(new Slot(channel, valuation.instrument()), frame);
        } catch (Wire.UndecodableException e) {
            LOG.warn("a valuation cannot be read: {}", e.getMessage());
        }
    }
}
