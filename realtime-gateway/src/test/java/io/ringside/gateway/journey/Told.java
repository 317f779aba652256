package io.ringside.gateway.journey;

import io.micronaut.json.tree.JsonNode;

/** Bodies as functions tell them, each with a number by which a test knows it. Their spaces show that they are kept. */
public final class Told {
    private Told() {}

    /** An order, of this version. */
    public static String order(Object number) {
        return "{\"orderId\":\"o-1\",\"clientOrderId\":\"c-1\",\"account\":\"HARBOUR-1\",\"user\":\"alice\","
                + "\"instrument\":\"CA\",\"side\":\"BUY\",\"orderType\":\"MARKET\",\"timeInForce\":\"IOC\","
                + "\"quantity\":\"1\",\"status\":\"NEW\",\"filled\":\"0\",  \"leaves\":\"1\",\"version\":" + number
                + ",\"at\":\"2026-11-21T12:00:00Z\"}";
    }

    /** An alert, of this version. */
    static String alert(Object number) {
        return "{\"alertId\":\"a-1\",\"user\":\"alice\",\"kind\":\"ORDER_REJECTED\",\"severity\":\"CRITICAL\","
                + "\"account\":\"HARBOUR-1\",\"instrument\":\"CA\",\"text\":\"as told\",  \"count\":1,"
                + "\"raisedAt\":\"2026-11-21T12:00:00Z\",\"lastAt\":\"2026-11-21T12:00:00Z\",\"version\":" + number
                + "}";
    }

    /** That alerts were acknowledged, by a command of this number. */
    static String acknowledged(Object number) {
        return "{\"clientCommandId\":\"" + number + "\",\"user\":\"alice\",\"unacknowledged\":0,"
                + "\"at\":\"2026-11-21T12:00:00Z\"}";
    }

    /** A request for quotes, of this version. */
    static String rfq(Object number) {
        return "{\"rfqId\":\"r-1\",\"role\":\"COUNTERPARTY\",\"requester\":\"alice\",\"requesterFirm\":\"harbour\","
                + "\"instrument\":\"CA\",\"side\":\"BUY\",\"quantity\":\"5\",  \"status\":\"OPEN\",\"quotes\":[],"
                + "\"requestedAt\":\"2026-11-21T12:00:00Z\",\"expiresAt\":\"2026-11-21T12:02:00Z\",\"version\":"
                + number + ",\"at\":\"2026-11-21T12:00:00Z\"}";
    }

    /** The number of such a body. */
    static int number(JsonNode body) {
        JsonNode version = body.get("version");
        return version == null ? Integer.parseInt(body.get("clientCommandId").getStringValue()) : version.getIntValue();
    }

    /** The number of the body of a push. */
    public static int numberOf(JsonNode push) {
        return number(push.get("data"));
    }
}
