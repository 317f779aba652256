package io.ringside.gateway.socket;

import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.protocol.CloseCode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The sockets of this node, for others than their owners. */
@Singleton
public final class SocketDirectory {
    private final Sockets sockets;

    SocketDirectory(Sockets sockets) {
        this.sockets = sockets;
    }

    /** Those that somebody asks for, by name. Each event loop tells its own in one task. */
    public CompletableFuture<List<SocketView>> find(SocketWish wish) {
        Map<Loop, List<LiveSocket>> byLoop = sockets.all().stream()
                .filter(wish::fits)
                .collect(Collectors.groupingBy(socket -> socket.outbound().loop()));
        List<CompletableFuture<List<SocketView>>> parts = new ArrayList<>();
        byLoop.forEach((loop, some) -> {
            CompletableFuture<List<SocketView>> part = new CompletableFuture<>();
            loop.run(() -> part.complete(views(some, wish)));
            parts.add(part);
        });
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).thenApply(all -> parts.stream()
                .flatMap(part -> part.join().stream())
                .sorted(Comparator.comparing(SocketView::id))
                .limit(wish.most())
                .toList());
    }

    /** Closes the socket of this name, if it is here. */
    public boolean close(String id, CloseCode code, String reason) {
        Optional<LiveSocket> found =
                sockets.all().stream().filter(socket -> socket.id().equals(id)).findFirst();
        found.ifPresent(socket -> socket.close(Farewells.because(code, reason)));
        return found.isPresent();
    }

    private static List<SocketView> views(List<LiveSocket> some, SocketWish wish) {
        return some.stream()
                .filter(socket -> wish.fits(socket.memberships().all()))
                .sorted(Comparator.comparing(LiveSocket::id))
                .limit(wish.most())
                .map(SocketDirectory::view)
                .toList();
    }

    private static SocketView view(LiveSocket socket) {
        Grant grant = socket.grant();
        Set<ChannelName> channels = socket.memberships().all();
        return new SocketView(
                socket.id(),
                grant == null ? null : grant.user(),
                grant == null ? null : grant.family().toString(),
                socket.address().getHostAddress(),
                socket.transportName().word(),
                socket.client(),
                socket.openedAt(),
                grant == null ? null : grant.expiresAt(),
                channels.stream()
                        .map(ChannelName::wire)
                        .sorted()
                        .limit(SocketView.CHANNELS_MAX)
                        .toList(),
                channels.size(),
                socket.outbound().waitingBytes());
    }
}
