package io.ringside.gateway.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.channel.DeliveryClass;
import io.ringside.gateway.frame.Outbound;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sockets somebody asks for: those for which all holds that is given.
 *
 * @param users whose
 * @param slow whether more waits than what a socket that keeps up leaves waiting
 * @param after the name of the last one that the asker has
 * @param most how many, by name
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SocketWish(
        @Nullable String node,
        @Nullable List<String> users,
        @Nullable String address,
        @Nullable String channel,
        @Nullable DeliveryClass deliveryClass,
        @Nullable Boolean slow,
        @Nullable String after,
        int most) {
    /** The sockets of a user. */
    public static SocketWish of(String user, int most) {
        return new SocketWish(null, List.of(user), null, null, null, null, null, most);
    }

    /** The sockets of these users that are on a channel, however many they are. */
    public static SocketWish on(String channel, List<String> users) {
        return new SocketWish(null, users, null, channel, null, null, null, Integer.MAX_VALUE);
    }

    /** Whether this fits as far as any thread can tell. */
    boolean fits(LiveSocket socket) {
        String present = socket.grant() == null ? null : socket.grant().user();
        return (users == null || (present != null && users.contains(present)))
                && (address == null || address.equals(socket.address().getHostAddress()))
                && (after == null || socket.id().compareTo(after) > 0)
                && (slow == null || slow == (socket.outbound().waitingBytes() > Outbound.DRAINED_BYTES));
    }

    /** Whether one of these channels is what is asked for. */
    boolean fits(Set<ChannelName> channels) {
        return (channel == null || channels.stream().anyMatch(name -> Objects.equals(name.wire(), channel)))
                && (deliveryClass == null
                        || channels.stream().anyMatch(name -> DeliveryClass.of(name) == deliveryClass));
    }
}
