package io.ringside.trading.order;

import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;

/** One execution of an order. */
public record Fill(String executionId, Quantity quantity, Price price) {}
