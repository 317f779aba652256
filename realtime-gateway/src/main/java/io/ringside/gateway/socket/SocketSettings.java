package io.ringside.gateway.socket;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * Limits of sockets.
 *
 * @param origins that a browser may come from; empty means this gateway's own address and the development server
 * @param firstFrame how long a socket may be without a {@code connect}
 * @param idle silence after which the server asks whether the peer is there
 * @param dead silence after that question
 * @param refreshAhead how long before its session ends a client is told so
 * @param heartbeat how often a heartbeat message is sent
 * @param closing how long a peer may take to answer a close
 * @param perUser sockets of one user on this node
 * @param greetingPerAddress sockets of one address that have not said who they are
 * @param handshakesPerSecond handshakes that this node takes
 * @param node how this gateway is called among others
 * @param drainNotice how long a node that stops still takes sockets, not ready any more, until its balancer knows
 * @param drainWindow over how long clients are told to come back when this node stops, where there are many: five
 *     thousand take a second core half of its time to take in
 */
@ConfigurationProperties("ringside.socket")
public record SocketSettings(
        @Bindable(defaultValue = "") List<String> origins,
        @Bindable(defaultValue = "5s") Duration firstFrame,
        @Bindable(defaultValue = "25s") Duration idle,
        @Bindable(defaultValue = "10s") Duration dead,
        @Bindable(defaultValue = "30s") Duration refreshAhead,
        @Bindable(defaultValue = "30s") Duration heartbeat,
        @Bindable(defaultValue = "2s") Duration closing,
        @Bindable(defaultValue = "20") int perUser,
        @Bindable(defaultValue = "50") int greetingPerAddress,
        @Bindable(defaultValue = "2000") int handshakesPerSecond,
        @Bindable(defaultValue = "realtime-gateway") String node,
        @Bindable(defaultValue = "1s") Duration drainNotice,
        @Bindable(defaultValue = "12s") Duration drainWindow) {}
