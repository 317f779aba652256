package io.ringside.trading.risk;

import io.ringside.contracts.Side;
import io.ringside.trading.money.Quantity;
import java.util.Optional;

/**
 * What an account holds of an instrument and what its open orders may still add.
 *
 * @param net negative when short
 */
public record Exposure(Quantity net, Quantity reservedBuy, Quantity reservedSell) {
    public Exposure {
        if (reservedBuy.sign() < 0 || reservedSell.sign() < 0) {
            throw new IllegalArgumentException("reserved less than nothing: " + reservedBuy + ", " + reservedSell);
        }
    }

    /** Nothing held, nothing reserved. */
    public static Exposure none(int quantityScale) {
        Quantity zero = Quantity.zero(quantityScale);
        return new Exposure(zero, zero, zero);
    }

    /**
     * The position in this direction if every open order of the side fills and none of the other: the worst case.
     * Absent when it is beyond what a quantity can hold.
     */
    public Optional<Quantity> worst(Side side, Quantity more) {
        try {
            Quantity signed = side == Side.BUY ? net : net.negate();
            return Optional.of(signed.plus(reserved(side)).plus(more));
        } catch (ArithmeticException beyondRange) {
            return Optional.empty();
        }
    }

    /** What is reserved on this side. */
    public Quantity reserved(Side side) {
        return side == Side.BUY ? reservedBuy : reservedSell;
    }

    /** The exposure after an order was let through. */
    public Exposure reserve(Side side, Quantity quantity) {
        return withReserved(side, reserved(side).plus(quantity));
    }

    /** The exposure after what was left of an order was given back. */
    public Exposure release(Side side, Quantity quantity) {
        return withReserved(side, reserved(side).minus(quantity));
    }

    /**
     * The exposure after a trade.
     *
     * @param fromReserved the part of it that had been reserved
     */
    public Exposure convert(Side side, Quantity traded, Quantity fromReserved) {
        Quantity after = side == Side.BUY ? net.plus(traded) : net.minus(traded);
        return new Exposure(after, reservedBuy, reservedSell).release(side, fromReserved);
    }

    /** The exposure as if an order had never been: without what of it traded and without what is reserved. */
    public Exposure without(Side side, Quantity traded, Quantity reserved) {
        Quantity before = side == Side.BUY ? net.minus(traded) : net.plus(traded);
        return new Exposure(before, reservedBuy, reservedSell).release(side, reserved);
    }

    private Exposure withReserved(Side side, Quantity quantity) {
        return side == Side.BUY ? new Exposure(net, quantity, reservedSell) : new Exposure(net, reservedBuy, quantity);
    }
}
