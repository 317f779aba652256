package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.wire.WireCrowd;

/** Everybody in the market hears everything, at several rates; then at rising ones, until that fails. */
final class FanOut {
    private static final int WARM_UP_PER_SECOND = 100;
    /** Stretches: after one the compilers of a server that has just started are at work still. */
    private static final int WARM_UP_STRETCHES = 2;

    private static final int CEILING_FROM = 50;
    private static final double CEILING_STEP = 1.25;
    private static final int CEILING_SECONDS = 5;
    private static final int CEILING_MAX = 4_000;

    private final Sizes sizes;
    private final Notebook notebook;

    FanOut(Sizes sizes, Notebook notebook) {
        this.sizes = sizes;
        this.notebook = notebook;
    }

    void rates(Serving serving) {
        inMarket(serving, market -> {
            for (int rate : sizes.rates()) {
                Stretch stretch = market.measure(rate, sizes.of(Size.SECONDS));
                notebook.write("fan-out " + rate + "/s", stretch.figures(), stretch.micros());
            }
        });
    }

    /** The last rate that was good, and how it was there. */
    void ceiling(Serving serving) {
        inMarket(serving, market -> {
            Stretch good = null;
            int rate = CEILING_FROM;
            Stretch next = market.measure(rate, CEILING_SECONDS);
            while (next.good() && rate < CEILING_MAX) {
                good = next;
                rate = (int) (rate * CEILING_STEP);
                next = market.measure(rate, CEILING_SECONDS);
            }
            notebook.say("not good at " + rate + "/s: " + next.figures());
            Stretch shown = good == null ? next : good;
            var figures = shown.figures();
            figures.put("deliveries/s", good == null ? 0.0 : (double) good.perSecond() * sizes.of(Size.SUBSCRIBERS));
            notebook.write("ceiling", figures, shown.micros());
        });
    }

    @FunctionalInterface
    private interface InMarket {
        void of(Market market);
    }

    private void inMarket(Serving serving, InMarket work) {
        try (WireCrowd crowd = new WireCrowd(serving.address())) {
            Market market = new Market(serving, crowd, new Payload(Payload.USUAL_BYTES), sizes.of(Size.SUBSCRIBERS));
            Comers comers = new Comers(serving, crowd);
            comers.come(comers.clients(0, sizes.of(Size.SUBSCRIBERS), true, market));
            market.measure(WARM_UP_PER_SECOND, WARM_UP_STRETCHES * sizes.of(Size.SECONDS));
            work.of(market);
        }
    }
}
