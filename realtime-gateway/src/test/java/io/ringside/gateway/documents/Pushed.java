package io.ringside.gateway.documents;

import io.ringside.contracts.alert.AlertRefused;
import io.ringside.contracts.alert.AlertState;
import io.ringside.contracts.alert.AlertsAcknowledged;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.position.PositionValuation;
import io.ringside.contracts.presence.PresenceChosen;
import io.ringside.contracts.presence.PresenceRefused;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemNotificationEnded;
import io.ringside.contracts.system.SystemNotifications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A channel and what is pushed on it.
 *
 * @param id of the channel in the document
 * @param address with a parameter in braces, if it has one
 * @param delivery class of delivery: event, critical or conflated
 * @param types which record a push of this type carries
 */
record Pushed(String id, String address, String delivery, String text, Map<String, Class<?>> types) {
    private static final Class<?> BATCH = OpenApi.type("io.ringside.gateway.presence.PresenceFrames$Batch");

    static final List<Pushed> ALL = List.of(
            new Pushed("inbox", "inbox", "event", "The user's own notices.", inbox()),
            new Pushed("alerts", "alerts", "critical", "What the user has to acknowledge.", alerts()),
            new Pushed("presence", "presence", "conflated", "How everybody is seen.", presence()),
            new Pushed("system", "system", "conflated", "What operators tell everybody.", system()),
            new Pushed("quotes", "quotes.{instrument}", "conflated", """
                Top of book of an instrument; `*` is all of them.""", Map.of("quote", Quote.class)),
            new Pushed(
                    "valuations",
                    "valuations.{account}",
                    "conflated",
                    """
                Positions of one of the user's accounts at the latest prices.""",
                    Map.of("valuation", PositionValuation.class)));

    /** Whether what was missed is told again, so that pushes are numbered. */
    boolean isReplayable() {
        return !delivery.equals("conflated");
    }

    /** What names of such channels look like. */
    String pattern() {
        String name = id.equals("quotes") ? "([A-Za-z0-9_-]{1,64}|\\*)" : "[A-Za-z0-9_-]{1,64}";
        return '^' + address.replace(".", "\\.").replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(name)) + '$';
    }

    private static Map<String, Class<?>> inbox() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put("order.updated", OrderState.class);
        types.put("command.refused", CommandRefused.class);
        types.put("orders.mass-cancel", MassCancelReport.class);
        types.put("rfq.updated", RfqView.class);
        types.put("rfq.refused", RfqRefused.class);
        types.put("presence.chosen", PresenceChosen.class);
        types.put("presence.refused", PresenceRefused.class);
        types.put("alert.refused", AlertRefused.class);
        return types;
    }

    private static Map<String, Class<?>> alerts() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put("alert.raised", AlertState.class);
        types.put("alert.repeated", AlertState.class);
        types.put("alert.acknowledged", AlertsAcknowledged.class);
        return types;
    }

    private static Map<String, Class<?>> presence() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put("presence.list", BATCH);
        types.put("presence.changed", BATCH);
        return types;
    }

    private static Map<String, Class<?>> system() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put("system.list", SystemNotifications.class);
        types.put("system.notification", SystemNotification.class);
        types.put("system.ended", SystemNotificationEnded.class);
        return types;
    }
}
