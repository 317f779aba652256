package io.ringside.marketdata.kraken;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;

/** Why a connection failed, in words for an operator: the client's exceptions mostly carry no message. */
final class ConnectionFailure {
    private static final int CAUSES_MAX = 10;

    private ConnectionFailure() {}

    static String inWords(Throwable failure) {
        if (find(failure, UnresolvedAddressException.class)) {
            return "its name cannot be resolved";
        }
        if (find(failure, WebSocketHandshakeException.class)) {
            return "it answers, but not as a WebSocket";
        }
        if (find(failure, HttpTimeoutException.class)) {
            return "it does not answer in time";
        }
        if (find(failure, ConnectException.class)) {
            return "the connection is refused";
        }
        return causes(failure)
                .filter(cause -> cause.getMessage() != null)
                .reduce((outer, inner) -> inner)
                .map(cause -> cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .orElse(failure.getClass().getSimpleName());
    }

    private static boolean find(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX);
    }
}
