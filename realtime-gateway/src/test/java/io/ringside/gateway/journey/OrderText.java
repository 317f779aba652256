package io.ringside.gateway.journey;

/** Commands about orders as a client writes them. */
final class OrderText {
    private OrderText() {}

    /** A good one of alice's, for 100 ADA-XBT. */
    static String order(String id) {
        return """
            {"clientOrderId":"%s","account":"HARBOUR-1","instrument":"ADA-XBT","side":"BUY",\
            "orderType":"LIMIT","timeInForce":"DAY","quantity":"100","limitPrice":"0.00001"}\
            """.formatted(id);
    }

    /** Takes back an order that there need not be. */
    static String cancel(String id) {
        return "{\"clientOrderId\":\"%s\",\"originalClientOrderId\":\"x-1\",\"account\":\"HARBOUR-1\"}".formatted(id);
    }

    /** An order as the socket takes it. */
    static String submitted(String order) {
        return command("order.submit", order);
    }

    /** A command of any type as the socket takes it. */
    static String command(String type, String body) {
        return "\"command\":{\"type\":\"" + type + "\",\"body\":" + body + '}';
    }
}
