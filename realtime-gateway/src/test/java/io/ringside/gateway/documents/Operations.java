package io.ringside.gateway.documents;

import static io.ringside.gateway.documents.Operation.command;
import static io.ringside.gateway.documents.Operation.open;
import static io.ringside.gateway.documents.Operation.read;
import static io.ringside.gateway.documents.Operation.session;

import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.AlertState;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.gateway.protocol.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every route of the gateway but the web application's files, in words. */
final class Operations {
    static final String ABOUT = "About";
    static final String OPERATORS = "Operators";
    private static final String ORDERS = "Orders";
    private static final String RFQS = "Requests for quotes";
    private static final String ALERTS = "Alerts";
    private static final String PRESENCE = "Presence";
    private static final String FLOOR = "The floor";

    static final List<Operation> ALL = List.of(
            session("POST /api/v1/session", "signIn", BodyRules.Credentials.class, 200, "Sign in", """
                Gives an access token (5 minutes) and a refresh token (one use). After five wrong passwords in a row \
                further ones have to wait.""")
                    .failing(ErrorCode.UNAUTHENTICATED, ErrorCode.RATE_LIMITED, ErrorCode.TOO_LARGE),
            session("POST /api/v1/session/refresh", "refresh", BodyRules.Renewal.class, 200, "Renew the session", """
                Gives new tokens for a refresh token, which is used up: using it again revokes the whole family. \
                Without an answer, ask again with the same token within 10 s.""")
                    .failing(ErrorCode.UNAUTHENTICATED, ErrorCode.TOO_LARGE),
            session("DELETE /api/v1/session", "signOut", null, 204, "Sign out", """
                Revokes the caller's family of tokens and closes its sockets."""),
            session("POST /api/v1/session/ticket", "ticket", null, 200, "Get a ticket for a socket", """
                Valid for 30 s and for one socket, whose session then lasts 5 minutes."""),
            read("/api/v1/sessions", "listSessions", "Session", "Where the caller is signed in", """
                The newest first, 200 at most."""),
            session("DELETE /api/v1/sessions/{id}", "endSession", null, 204, "End a sign-in", """
                With its sockets on every gateway.""")
                    .failing(ErrorCode.NOT_FOUND),
            session("POST /api/v1/sessions/sign-out-others", "signOutOthers", null, 200, "End all others", """
                All sign-ins of the caller end but the one that asks."""),
            read("/api/v1/instruments", "listInstruments", FLOOR, "Instruments", """
                What is traded here. Once `dayEndsAt` has passed, ask again."""),
            read("/api/v1/positions", "listPositions", FLOOR, "Positions", """
                As channel `valuations.<account>` tells them.""").failing(ErrorCode.FORBIDDEN),
            read("/api/v1/activity", "listActivity", FLOOR, "Activity", """
                Orders, requests for quotes and transactions as one list, sorted and filtered. A cursor is good for \
                the same sort, direction and filters only."""),
            read("/api/v1/counterparties", "listCounterparties", FLOOR, "Counterparties", """
                Who trades for other firms and may be asked for a price, by firm and name."""),
            read("/api/v1/orders", "listOrders", ORDERS, "Orders", """
                Orders of the caller's accounts, the newest first.""").failing(ErrorCode.FORBIDDEN),
            command("/api/v1/orders", "submitOrder", ORDERS, SubmitOrder.class, "Submit an order", """
                What becomes of it comes on channel `inbox` as `order.updated`."""),
            command("/api/v1/orders/cancel", "cancelOrder", ORDERS, CancelOrder.class, "Cancel an order", """
                Refused on `inbox` as `command.refused` if the order has ended."""),
            command("/api/v1/orders/amend", "amendOrder", ORDERS, AmendOrder.class, "Amend an order", """
                New terms for a limit order that rests; one amend at a time."""),
            command("/api/v1/orders/cancel-all", "cancelOrders", ORDERS, CancelOrders.class, "Cancel all orders", """
                Cancels every open order that matches, the oldest first, 300 a command; told once as \
                `orders.mass-cancel`."""),
            read("/api/v1/rfqs", "listRfqs", RFQS, "Requests for quotes", """
                Requests that the caller sent or was asked in, the newest first.""").answering(RfqsAnswer.class),
            command("/api/v1/rfqs", "requestQuotes", RFQS, RequestQuotes.class, "Request quotes", """
                `received.rfqId` names the request from now on."""),
            command("/api/v1/rfqs/quote", "submitQuote", RFQS, SubmitQuote.class, "Quote a firm price", """
                Each further quote of the same user is a new version and replaces the one before."""),
            command("/api/v1/rfqs/accept", "acceptQuote", RFQS, AcceptQuote.class, "Accept a quote", """
                Trades on one version of one quote, if nothing differs from what its sender read."""),
            command("/api/v1/rfqs/pass", "passRfq", RFQS, PassRfq.class, "Pass", """
                Gives no price, or takes one's price back."""),
            command("/api/v1/rfqs/cancel", "cancelRfq", RFQS, CancelRfq.class, "Cancel a request", """
                Whoever asked wants no more prices."""),
            read("/api/v1/alerts", "listAlerts", ALERTS, "Alerts", """
                The caller's, the newest first; all of them where nothing is said.""").answering(AlertsAnswer.class),
            command(
                    "/api/v1/alerts/acknowledge",
                    "acknowledgeAlerts",
                    ALERTS,
                    AcknowledgeAlerts.class,
                    "Acknowledge alerts",
                    """
                Told on channel `alerts` of all of the user's devices."""),
            read("/api/v1/presence", "listPresence", PRESENCE, "Presence", """
                Everybody who trades, by firm and name, and what the caller chose."""),
            command("/api/v1/presence", "setPresence", PRESENCE, SetPresence.class, "Choose how to be seen", """
                Holds across sessions until the next one. Its outcome comes on channel `inbox`."""),
            read("/api/v1/ops/connections", "listConnections", OPERATORS, "Connections", """
                Of all gateways, by id; for role `ops`. `unanswered` names the gateways that did not say theirs.""")
                    .failing(ErrorCode.FORBIDDEN),
            session(
                            "POST /api/v1/ops/connections/{id}/disconnect",
                            "disconnect",
                            BodyRules.Disconnect.class,
                            204,
                            "Close a connection",
                            """
                For role `ops`. The client is told code and reason.""")
                    .tagged(OPERATORS)
                    .failing(ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND, ErrorCode.TOO_LARGE),
            read("/api/v1/ops/alerts", "listUnacknowledged", OPERATORS, "Alerts that wait", """
                Who has alerts that nobody has acknowledged, whoever waits longest first; for role `ops`.""")
                    .failing(ErrorCode.FORBIDDEN),
            open("/api/v1/environment", "environment", ABOUT, "Environment", """
                Whether this is a simulation, and which version."""),
            open("/api/v1/openapi.json", "openApi", ABOUT, "This document", """
                As it stands in the repository."""),
            open("/api/v1/asyncapi.json", "asyncApi", ABOUT, "The description of the socket", """
                AsyncAPI 3.0."""),
            open("/api/v1/docs", "docs", ABOUT, "This document as a page", """
                HTML."""),
            open("/api/v1/docs/{name}", "docsPart", ABOUT, "A file of that page", """
                Style sheets and scripts.""")
                    .failing(ErrorCode.NOT_FOUND));

    private Operations() {}

    /** A page of requests for quotes. */
    record RfqsAnswer(List<RfqView> rfqs, @Nullable String nextCursor) {}

    /** A page of alerts. */
    record AlertsAnswer(List<AlertState> alerts, @Nullable String nextCursor) {}
}
