package io.ringside.trading.instrument;

import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Money;
import io.ringside.trading.money.Parsed;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.math.RoundingMode;

/**
 * What is traded.
 *
 * @param currency of prices and values
 * @param currencyScale decimals of an amount in that currency
 * @param priceTick prices are whole multiples of it; its scale is the scale of every price
 * @param quantityStep quantities are whole multiples of it; its scale is the scale of every quantity
 * @param contractSize what one unit of quantity stands for
 * @param tradingDay how long an order that is good for the day rests
 */
public record Instrument(
        String id,
        String symbol,
        String name,
        AssetClass assetClass,
        String currency,
        int currencyScale,
        Price priceTick,
        Quantity quantityStep,
        String quantityUnit,
        Quantity contractSize,
        TradingDay tradingDay,
        Status status,
        long version) {
    /** Decimals that an average price has more than a price, so that it shows what lies between two ticks. */
    public static final int AVERAGE_PRICE_DECIMALS_EXTRA = 2;

    /** What kind of thing it is. */
    public enum AssetClass {
        CRYPTO,
        METAL,
        EQUITY
    }

    /** Whether it may be traded. */
    public enum Status {
        OPEN,
        HALTED
    }

    /** Decimals of its prices. */
    public int priceScale() {
        return priceTick.scale();
    }

    /** Decimals of its quantities. */
    public int quantityScale() {
        return quantityStep.scale();
    }

    /** Decimals of an average price. */
    public int averagePriceScale() {
        return priceScale() + AVERAGE_PRICE_DECIMALS_EXTRA;
    }

    /** Decimals of price times quantity. */
    public int turnoverScale() {
        return priceScale() + quantityScale();
    }

    /** Decimals of price times quantity times contract size. */
    public int valueScale() {
        return turnoverScale() + contractSize.scale();
    }

    /** Reads a price; its tick is not checked. */
    public Parsed<Price> price(String text) {
        return Price.read(text, priceScale());
    }

    /** Reads a quantity; its step is not checked. */
    public Parsed<Quantity> quantity(String text) {
        return Quantity.read(text, quantityScale());
    }

    /** Whether a price is a whole multiple of the tick. */
    public boolean isOnTick(Price price) {
        return price.isMultipleOf(priceTick);
    }

    /** Whether a quantity is a whole multiple of the step. */
    public boolean isOnStep(Quantity quantity) {
        return quantity.isMultipleOf(quantityStep);
    }

    /** What a quantity is worth at a price, exactly. */
    public ExactValue value(Price price, Quantity quantity) {
        return ExactValue.of(price, quantity, contractSize);
    }

    /** An exact value in the decimals of the currency. */
    public Money money(ExactValue value, RoundingMode rounding) {
        return value.toMoney(currency, currencyScale, rounding);
    }

    /** No quantity. */
    public Quantity noQuantity() {
        return Quantity.zero(quantityScale());
    }
}
