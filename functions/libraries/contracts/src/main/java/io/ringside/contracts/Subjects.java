package io.ringside.contracts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The grammar of subjects: kind, feature, verb (imperative for commands, past tense for facts), then keys. This is the
 * only place that builds or takes apart a subject; those of timers stand in {@link TimerSubjects},
 * those of operators in {@link SystemSubjects}.
 */
public final class Subjects {
    /** Prefix under which the server republishes what it stored for users. */
    public static final String LIVE = "live.";
    /** Batch call that decides and reserves risk. */
    public static final String RISK_RESERVE = "rpc.risk.reserve";
    /** Every quote. */
    public static final String ALL_QUOTES = "quote.*";

    /** Ticks of every gateway. */
    public static final String ALL_PRESENCE_TICKS = "presence.tick.*";
    /** Where every gateway hears that somebody wants to know all that it knows. */
    public static final String PRESENCE_ASKED = "presence.asked";
    /** Who is seen otherwise than before. */
    public static final String PRESENCE_CHANGED = "presence.changed";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Subjects() {}

    /** {@code cmd.order.<verb>.<partition>.<account>} */
    public static String orderCommand(String verb, String account) {
        return "cmd.order." + token(verb) + '.' + Partitions.of(account) + '.' + token(account);
    }

    /** {@code evt.order.<verb>.<partition>.<account>.<orderId>} */
    public static String orderFact(String verb, String account, String orderId) {
        return fact("order", verb, account, orderId);
    }

    /** {@code evt.trade.booked.<partition>.<account>.<orderId>}: one side of a trade. */
    public static String tradeFact(String account, String orderId) {
        return fact("trade", "booked", account, orderId);
    }

    /** {@code evt.trade.negotiated.<partition>.<account>.<rfqId>}: one side of a trade that two parties agreed on. */
    public static String negotiatedTradeFact(String account, String rfqId) {
        return fact("trade", "negotiated", account, rfqId);
    }

    /** {@code evt.reservation.unused.<partition>.<account>.<clientOrderId>}: what was reserved will not be traded. */
    public static String unusedReservationFact(String account, String clientOrderId) {
        return fact("reservation", "unused", account, clientOrderId);
    }

    /** {@code cmd.rfq.<verb>.<partition>.<rfqId>} */
    public static String rfqCommand(String verb, String rfqId) {
        return "cmd.rfq." + token(verb) + '.' + Partitions.of(rfqId) + '.' + token(rfqId);
    }

    /** {@code evt.rfq.<verb>.<partition>.<rfqId>} */
    public static String rfqFact(String verb, String rfqId) {
        return "evt.rfq." + token(verb) + '.' + Partitions.of(rfqId) + '.' + token(rfqId);
    }

    /** {@code evt.venue.<verb>.<partition>.<account>.<orderId>}: what a venue says of an order. */
    public static String venueFact(String verb, String account, String orderId) {
        return fact("venue", verb, account, orderId);
    }

    /** {@code evt.position.changed.<partition>.<account>.<instrument>}: a position after a trade. */
    public static String positionFact(String account, String instrument) {
        return fact("position", "changed", account, instrument);
    }

    /** {@code cmd.venue.<verb>.<partition>.<instrument>}: a command to the paper venue. */
    public static String venueCommand(String verb, String instrument) {
        return venueCommand("venue", verb, instrument);
    }

    /**
     * {@code cmd.<feature>.<verb>.<partition>.<instrument>}: a command to the venue that takes this feature's commands.
     */
    public static String venueCommand(String feature, String verb, String instrument) {
        return "cmd." + token(feature) + '.' + token(verb) + '.' + Partitions.of(instrument) + '.' + token(instrument);
    }

    /** {@code cmd.alert.<verb>.<partition>.<user>} */
    public static String alertCommand(String verb, String user) {
        return "cmd.alert." + token(verb) + '.' + Partitions.of(user) + '.' + token(user);
    }

    /** {@code evt.alert.<verb>.<partition>.<user>.<alertId>} */
    public static String alertFact(String verb, String user, String alertId) {
        return fact("alert", verb, user, alertId);
    }

    /** {@code alert.<userId>}: what one user has to acknowledge, kept until then. */
    public static String alerts(String user) {
        return "alert." + token(user);
    }

    /** {@code live.alert.<userId>}: the republished copy of it. */
    public static String liveAlerts(String user) {
        return LIVE + alerts(user);
    }

    /** {@code user.<userId>}: the offline queue of one user. */
    public static String inbox(String user) {
        return "user." + token(user);
    }

    /** {@code live.user.<userId>}: the republished copy of that queue. */
    public static String liveInbox(String user) {
        return LIVE + inbox(user);
    }

    /** {@code quote.<instrument>} */
    public static String quote(String instrument) {
        return "quote." + token(instrument);
    }

    /** {@code valuation.<account>}: positions at the latest prices, conflated. */
    public static String valuation(String account) {
        return "valuation." + token(account);
    }

    /** {@code cmd.presence.<verb>.<partition>.<user>} */
    public static String presenceCommand(String verb, String user) {
        return "cmd.presence." + token(verb) + '.' + Partitions.of(user) + '.' + token(user);
    }

    /** {@code presence.tick.<node>}: who is connected to one gateway. */
    public static String presenceTick(String node) {
        return "presence.tick." + token(node);
    }

    /** {@code qry.<feature>.<verb>} */
    public static String query(String feature, String verb) {
        return "qry." + token(feature) + '.' + token(verb);
    }

    /** {@code dlq.<function>} */
    public static String deadLetter(String function) {
        return "dlq." + token(function);
    }

    /** Filter for everything of one kind and feature in one partition: {@code <kind>.<feature>.*.<partition>.>}. */
    public static String partitionFilter(String kind, String feature, String verb, int partition) {
        return kind + '.' + feature + '.' + verb + '.' + partition + ".>";
    }

    /** The partition that a command's or fact's subject names. */
    public static Optional<Integer> partitionOf(String subject) {
        String[] tokens = subject.split("\\.", 6);
        if (tokens.length < 5) {
            return Optional.empty();
        }
        try {
            int partition = Integer.parseInt(tokens[3]);
            return partition >= 0 && partition < Partitions.COUNT ? Optional.of(partition) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The verb of a command or fact: its third token. */
    public static String verbOf(String subject) {
        String[] tokens = subject.split("\\.", 4);
        if (tokens.length < 4) {
            throw new IllegalArgumentException("not a command or fact: '" + subject + "'");
        }
        return tokens[2];
    }

    /** Whether a text may stand as one token of a subject: 1 to 64 letters, digits, hyphens or underscores. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    private static String fact(String feature, String verb, String owner, String key) {
        return "evt." + feature + '.' + token(verb) + '.' + Partitions.of(owner) + '.' + token(owner) + '.'
                + token(key);
    }

    static String token(String text) {
        if (!isToken(text)) {
            throw new IllegalArgumentException("not a subject token: '" + text + "'");
        }
        return text;
    }
}
