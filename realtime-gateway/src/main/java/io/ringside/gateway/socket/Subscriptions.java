package io.ringside.gateway.socket;

import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.personal.Personal;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.protocol.Subscribed;
import io.ringside.gateway.watch.Suspicion;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who gets which channel, and the way in and out of each. Runs on the event loop of the socket. */
@Singleton
final class Subscriptions {
    /** Channels of one socket. */
    private static final int CHANNELS_MAX = 512;

    private static final String FIELD = "channels";

    private final PersonalPlaces places;
    private final ConflatedFeeds feeds;

    Subscriptions(PersonalPlaces places, ConflatedFeeds feeds) {
        this.places = places;
        this.feeds = feeds;
    }

    /**
     * Subscribes to all of these channels, or to none. The socket's next subscription waits until that is done: a place
     * that is given up before its channel has answered would leave the others of the same request without an answer.
     *
     * @param answered called before the first push of any of them is queued, on any thread
     * @param refused called instead, on the socket's event loop
     */
    void subscribe(
            LiveSocket socket,
            Grant grant,
            List<String> channels,
            Map<String, Position> positions,
            Consumer<Map<String, Subscribed>> answered,
            Consumer<Fault> refused) {
        List<ChannelName> wanted = new ArrayList<>();
        for (String wire : channels) {
            Optional<ChannelName> name = ChannelName.parse(wire);
            Fault fault = name.isEmpty() ? unknown(wire) : forbidden(grant, name.get());
            if (fault != null) {
                if (fault.code() == ErrorCode.FORBIDDEN) {
                    socket.suspect(Suspicion.FOREIGN_CHANNEL);
                }
                refused.accept(fault);
                return;
            }
            wanted.add(name.get());
        }
        if (socket.memberships().conflated().size() + wanted.size() > CHANNELS_MAX) {
            refused.accept(new Fault(
                    ErrorCode.MALFORMED, "at most " + CHANNELS_MAX + " channels on one socket", false, FIELD, null));
            return;
        }
        Map<String, Subscribed> answers = new LinkedHashMap<>();
        Set<Personal> kinds = EnumSet.noneOf(Personal.class);
        for (ChannelName name : wanted) {
            Personal.of(name).ifPresentOrElse(kinds::add, () -> answers.put(name.wire(), Subscribed.LIVE));
        }
        socket.dialogue().startSubscribing();
        if (kinds.isEmpty()) {
            answered.accept(answers);
            begin(socket, wanted);
        } else {
            places.take(socket, grant, kinds, positions, personal -> {
                Map<String, Subscribed> all = new LinkedHashMap<>(personal);
                all.putAll(answers);
                answered.accept(all);
                socket.run(() -> begin(socket, wanted));
            });
        }
    }

    /** Starts a channel again from a position. */
    void resync(
            LiveSocket socket,
            Grant grant,
            String channel,
            @Nullable Position position,
            Consumer<Map<String, Subscribed>> answered,
            Consumer<Fault> refused) {
        Map<String, Position> positions = position == null ? Map.of() : Map.of(channel, position);
        subscribe(socket, grant, List.of(channel), positions, answered, refused);
    }

    /** Those of these channels that the socket had and has no longer. */
    List<String> unsubscribe(LiveSocket socket, List<String> channels) {
        List<String> left = new ArrayList<>();
        for (String wire : channels) {
            ChannelName.parse(wire).ifPresent(name -> {
                if (leave(socket, name)) {
                    left.add(wire);
                }
            });
        }
        return left;
    }

    void leaveAll(LiveSocket socket) {
        for (ChannelName name : List.copyOf(socket.memberships().conflated())) {
            leave(socket, name);
        }
        places.leaveAll(socket);
    }

    /** The user's rights may have changed: what they no longer cover ends. Gives its names. */
    List<String> dropWhatIsNotOwned(LiveSocket socket, Grant grant) {
        List<String> ended = new ArrayList<>();
        for (ChannelName name : List.copyOf(socket.memberships().conflated())) {
            if (forbidden(grant, name) != null && leave(socket, name)) {
                ended.add(name.wire());
            }
        }
        return ended.stream().sorted().toList();
    }

    private void begin(LiveSocket socket, List<ChannelName> wanted) {
        startConflated(socket, wanted);
        socket.dialogue().finish();
    }

    private void startConflated(LiveSocket socket, List<ChannelName> wanted) {
        for (ChannelName name : wanted) {
            if (!socket.isOpen()
                    || Personal.of(name).isPresent()
                    || !socket.memberships().conflated().add(name)) {
                continue;
            }
            feeds.begin(name, socket.outbound());
        }
    }

    private boolean leave(LiveSocket socket, ChannelName name) {
        Optional<Personal> personal = Personal.of(name);
        if (personal.isPresent()) {
            return places.leave(socket, personal.get());
        }
        if (!socket.memberships().conflated().remove(name)) {
            return false;
        }
        feeds.end(name, socket.outbound());
        return true;
    }

    private static Fault unknown(String wire) {
        return new Fault(ErrorCode.NOT_FOUND, "There is no channel " + wire + '.', false, FIELD, null);
    }

    private static @Nullable Fault forbidden(Grant grant, ChannelName name) {
        boolean foreign = name instanceof ChannelName.Valuations own && !grant.owns(own.account());
        return foreign ? new Fault(ErrorCode.FORBIDDEN, "The account is not yours.", false, FIELD, null) : null;
    }
}
