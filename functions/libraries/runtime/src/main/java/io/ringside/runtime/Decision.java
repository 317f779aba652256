package io.ringside.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * What a message led to.
 *
 * @param outcome one word for metrics and audit, for example {@code accepted}
 * @param saw what the decision saw besides the message and the stored state (a verdict, a quote), for the audit row
 * @param emissions published in this order once the transaction is committed
 */
public record Decision(String outcome, String saw, List<Emission> emissions) {
    /** Emissions of one decision. */
    public static final int EMISSIONS_MAX = 1_000;

    public Decision {
        emissions = List.copyOf(emissions);
        if (emissions.size() > EMISSIONS_MAX) {
            throw new IllegalArgumentException(
                    emissions.size() + " emissions in one decision, the limit is " + EMISSIONS_MAX);
        }
    }

    /** A decision that rests on the message and the stored state alone. */
    public static Decision of(String outcome, List<Emission> emissions) {
        return new Decision(outcome, "", emissions);
    }

    /** The same with one message more, which is published last. */
    public Decision with(Emission emission) {
        List<Emission> all = new ArrayList<>(emissions);
        all.add(emission);
        return new Decision(outcome, saw, all);
    }

    /** The message changes nothing here. */
    public static Decision nothing(String outcome) {
        return new Decision(outcome, "", List.of());
    }
}
