package io.ringside.benchmarks.sockets;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.benchmarks.report.Percentiles;
import java.io.PrintStream;
import java.util.Map;

/** What a run came to, for people and for programs. */
@Serdeable
record SocketFigures(
        String name,
        String at,
        Map<String, String> settings,
        String gatewayFlags,
        Idle idle,
        Latency delivery,
        Return comeback,
        Presence presence,
        Deals deals) {
    private static final String LINE = "  %-44s %s%n";

    /**
     * Sockets that only are there.
     *
     * @param heapPerSocket live bytes of the gateway's heap between {@code few} and {@code many} sockets
     * @param residentPerSocket resident bytes between them: less than that where its heap had grown before
     * @param establishment from opening the connection to the answer of the first message
     */
    @Serdeable
    record Idle(
            int few,
            int many,
            long heapPerSocket,
            long residentPerSocket,
            long residentMiB,
            Percentiles establishment) {}

    /**
     * Notices for single people.
     *
     * @param added from NATS to the socket
     */
    @Serdeable
    record Latency(int sockets, int perSecond, Percentiles added) {}

    /**
     * All come back at once.
     *
     * @param each from asking for a ticket to the last missed message
     * @param allMs until the last socket had its last
     */
    @Serdeable
    record Return(int sockets, int missedEach, Percentiles each, long allMs) {}

    /**
     * Everybody watches everybody.
     *
     * @param allSeenMs from the last arrival until every socket had seen every person
     * @param pushesWhileQuiet to all sockets, in {@code quietSeconds} in which nothing changed
     * @param coresWhileQuiet by process
     * @param change from a choice to each socket that hears of it
     */
    @Serdeable
    record Presence(
            int people,
            long allSeenMs,
            int quietSeconds,
            long pushesWhileQuiet,
            Map<String, Double> coresWhileQuiet,
            Percentiles change) {}

    /**
     * A request between two traders, at the client.
     *
     * @param asked from the request to its counterparty
     * @param quoted from the price to whoever asked
     * @param traded from the acceptance to the trade, where it was accepted
     * @param whole from the request to the trade
     */
    @Serdeable
    record Deals(Percentiles asked, Percentiles quoted, Percentiles traded, Percentiles whole) {}

    void print(PrintStream out) {
        out.println();
        out.println("settings: " + settings);
        out.println("gateway: " + gatewayFlags);
        out.printf(
                "%n%d idle sockets: %d bytes of heap each, %d resident (from %d on), the gateway holds %d MiB%n",
                idle.many, idle.heapPerSocket, idle.residentPerSocket, idle.few, idle.residentMiB);
        out.printf(LINE, "", Percentiles.heading());
        out.printf(LINE, "established", idle.establishment.line());
        out.printf(
                LINE,
                "NATS -> socket, " + delivery.sockets + " sockets, " + delivery.perSecond + "/s",
                delivery.added.line());
        out.printf(LINE, comeback.sockets + " back with " + comeback.missedEach + " missed each", comeback.each.line());
        out.printf(LINE, "the last of them", comeback.allMs + " ms");
        out.printf(LINE, "a status, to each of " + presence.people + " sockets", presence.change.line());
        out.printf(LINE, "everybody seen by everybody", presence.allSeenMs + " ms after the last arrival");
        out.printf(LINE, "RFQ: request -> counterparty", deals.asked.line());
        out.printf(LINE, "RFQ: price -> whoever asked", deals.quoted.line());
        out.printf(LINE, "RFQ: acceptance -> trade", deals.traded.line());
        out.printf(LINE, "RFQ: request -> trade", deals.whole.line());
        out.printf(
                LINE,
                "while nothing changed, " + presence.quietSeconds + " s",
                presence.pushesWhileQuiet + " pushes; cores busy " + presence.coresWhileQuiet);
    }
}
