package io.ringside.rules.planted;

/** A name where the rest goes. */
final class OrderManager {
    private OrderManager() {}
}
