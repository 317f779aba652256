package io.ringside.faults;

import io.ringside.faults.deal.Deals;
import io.ringside.faults.kill.Load;
import io.ringside.faults.trade.Crowd;

/** Those who send orders and those who deal, as the killer sees them. */
record Everybody(Crowd crowd, Deals deals) implements Load {
    @Override
    public void burst() {
        deals.burst();
        crowd.burst();
    }

    @Override
    public int unanswered() {
        return crowd.unanswered() + deals.unanswered();
    }

    @Override
    public int undecided() {
        return crowd.undecided();
    }

    @Override
    public long decided() {
        return crowd.decided();
    }
}
